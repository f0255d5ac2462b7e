import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  type Client,
  type ClientRequest,
  type ClientResponse,
  type ClientSession,
  defineClient,
  type Send,
} from '../../adapter/index.ts';
import { versionOf } from './version.ts';

/** What an operation is about: an object, or a bucket if there is no key. */
interface Subject {
  readonly region: string;
  readonly Bucket: string;
  readonly Key: string;
}

/** Bucket, region and key of `https://<bucket>.s3.<region>.amazonaws.com/<key>`. */
function subjectOf(url: string): Subject {
  const { hostname, pathname } = new URL(url);
  const [, Bucket, region] = /^(.+)\.s3\.([a-z0-9-]+)\.amazonaws\.com$/.exec(hostname) ?? [];
  if (Bucket === undefined || region === undefined) throw new Error(`${url} names no bucket`);
  return { region, Bucket, Key: decodeURIComponent(pathname.slice(1)) };
}

interface Call extends Omit<Subject, 'region'> {
  readonly body: ClientRequest['body'];
  readonly options: { readonly abortSignal: AbortSignal };
}

/** What the caller gets of a response: its status and its body. The SDK shows no fields. */
interface Output {
  readonly $metadata: { readonly httpStatusCode?: number | undefined };
  readonly Body?: { transformToByteArray: () => Promise<Uint8Array> } | undefined;
}

/** The operation that each method means. */
const operations: Readonly<Record<string, (client: S3Client, call: Call) => Promise<Output>>> = {
  GET: (client, { Bucket, Key, options }) => client.send(new GetObjectCommand({ Bucket, Key }), options),
  PUT: (client, { Bucket, Key, body, options }) =>
    client.send(new PutObjectCommand({ Bucket, Key, ...(body && { Body: body }) }), options),
  DELETE: (client, { Bucket, Key, options }) => client.send(new DeleteObjectCommand({ Bucket, Key }), options),
  HEAD: (client, { Bucket, Key, options }) =>
    Key === ''
      ? client.send(new HeadBucketCommand({ Bucket }), options)
      : client.send(new HeadObjectCommand({ Bucket, Key }), options),
};

async function responseOf({ $metadata, Body }: Output): Promise<ClientResponse> {
  const body = await Body?.transformToByteArray();
  return { status: $metadata.httpStatusCode ?? 0, headers: [], body: body ?? new Uint8Array() };
}

/** Any credentials: the servers record the signature, and check none. */
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'sesame' };

type Configuration = Pick<S3ClientConfig, 'followRegionRedirects'>;

/** A client of the SDK with its defaults, its attempts too, but for these options. It is made for the region of its first call. */
function sessionWith(config: Configuration): ClientSession {
  let client: S3Client | undefined;
  const send: Send = async ({ url, method, body }, { signal }) => {
    const { region, ...subject } = subjectOf(url);
    const operation = operations[method];
    if (!operation) throw new Error(`${method} means no operation`);
    client ??= new S3Client({ region, credentials, ...config });
    return responseOf(await operation(client, { ...subject, body, options: { abortSignal: signal } }));
  };
  return { send, close: () => client?.destroy() };
}

/** A redirect that the SDK throws as an error of the service. */
const isRedirect = (error: unknown): boolean =>
  error instanceof S3ServiceException && Math.trunc((error.$metadata.httpStatusCode ?? 0) / 100) === 3;

/** An adapter for the AWS SDK with these options. It makes calls of S3, not requests, so it runs only what is about S3. */
export const s3Adapter = (name: string, config: Configuration = {}): Client =>
  defineClient({
    name,
    version: versionOf('@aws-sdk/client-s3'),
    capabilities: ['s3'],
    methods: [],
    errors: { 'redirect-refused': isRedirect },
    send: sessionWith(config).send,
    open: () => sessionWith(config),
  });
