import { client, portable, type Rows } from './row.ts';

export const s3CloudRows = {
  's3-sigv4-new-host': portable('AWS SigV4 signature is not sent to a new host'),
  's3-301-xml-no-location': portable('S3 301 PermanentRedirect: XML body, region header, no Location'),
  's3-307-temporary': portable('S3 307 TemporaryRedirect to a regional host: PUT body resent, signature not reused blindly'),
  's3-307-expect-continue': client('S3 307 arrives before 100-continue so the body need not be sent'),
  's3-presigned-conflict': portable('Redirect to a presigned URL while Authorization is kept makes S3 answer 400'),
  's3-captive-portal': client('A captive portal answers by 302 to its login page, and the client reports the URL'),
} satisfies Rows;
