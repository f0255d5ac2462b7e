<?php

// Guzzle with its default handler, which is curl. Error statuses are no exceptions here (`http_errors`).

declare(strict_types=1);

require 'GuzzleHttp/autoload.php';

use GuzzleHttp\Cookie\CookieJar;
use GuzzleHttp\Psr7\Utils;
use GuzzleHttp\TransferStats;

class Client
{
    public const NAME = 'php/guzzle';
    public const CAPABILITIES = [
        'manual', 'max-redirects', 'auth', 'cookies', 'cookie-jar', 'proxy', 'http-proxy-only', 'socks-proxy', 'client-certificate',
        'form', 'stream-body', 'rewrite-methods',
    ];

    private GuzzleHttp\Client $client;

    public function __construct(array $needs, string $root)
    {
        $jar = in_array('cookie-jar', $needs, true) ? ['cookies' => true] : [];
        $this->client = new GuzzleHttp\Client(['verify' => $root, 'http_errors' => false, ...$jar]);
    }

    /** Guzzle itself knows only its major version; Composer knows all of it, and so does the package of Debian. */
    public static function version(): string
    {
        if (class_exists('Composer\InstalledVersions')) {
            return Composer\InstalledVersions::getPrettyVersion('guzzlehttp/guzzle');
        }
        $changes = implode(@gzfile('/usr/share/doc/php-guzzlehttp-guzzle/changelog.gz') ?: []);
        return preg_match('/^## (\d+\.\d+\.\d+)/m', $changes, $found) ? $found[1] : (string) GuzzleHttp\ClientInterface::MAJOR_VERSION;
    }

    private static function redirects(array $request): array
    {
        if (($request['redirect'] ?? null) === 'manual') {
            return ['allow_redirects' => false];
        }
        $options = [];
        if (isset($request['maxRedirects'])) {
            $options['max'] = $request['maxRedirects'];
        }
        if (($request['rewriteMethods'] ?? true) === false) {
            $options['strict'] = true;
        }
        return $options ? ['allow_redirects' => $options] : [];
    }

    private static function body(array $request): array
    {
        $body = $request['body'];
        if (!isset($body['stream'])) {
            return $body ? ['body' => base64_decode($body['base64'])] : [];
        }
        $parts = (function () use ($body) {
            foreach ($body['stream'] as $part) {
                yield base64_decode($part);
            }
        })();
        return ['body' => Utils::streamFor($parts)];
    }

    private static function form(array $form): array
    {
        if ($form['as'] === 'blob') {
            return ['body' => $form['text'], 'headers' => ['Content-Type' => $form['type']]];
        }
        if ($form['as'] === 'urlencoded') {
            return ['form_params' => array_column($form['fields'], 1, 0)];
        }
        $parts = array_map(fn (array $field) => ['name' => $field[0], 'contents' => $field[1]], $form['fields']);
        if (isset($form['file'])) {
            ['name' => $name, 'path' => $path, 'type' => $type] = $form['file'];
            $parts[] = ['name' => $name, 'contents' => fopen($path, 'r'), 'headers' => ['Content-Type' => $type]];
        }
        return ['multipart' => $parts];
    }

    private static function proxies(array $request): array
    {
        if (isset($request['socksProxy'])) {
            return ['proxy' => str_replace('socks5:', 'socks5h:', $request['socksProxy'])];
        }
        if (!isset($request['proxy'])) {
            return [];
        }
        ['bypass' => $bypass] = $request['proxy'];
        return ['proxy' => ['no' => $bypass, ...array_diff_key($request['proxy'], ['bypass' => true])]];
    }

    private static function options(array $request): array
    {
        $options = [...self::redirects($request), ...self::body($request), ...self::proxies($request)];
        if (isset($request['form'])) {
            $options = [...$options, ...self::form($request['form'])];
        }
        foreach ($request['headers'] as [$name, $value]) {
            $options['headers'][$name][] = octets($value);
        }
        if (isset($request['auth'])) {
            $options['auth'] = [$request['auth']['username'], $request['auth']['password']];
        }
        if (isset($request['cookies'])) {
            $options['cookies'] = CookieJar::fromArray(array_column($request['cookies'], 1, 0), parse_url($request['url'], PHP_URL_HOST));
        }
        if (isset($request['clientCertificate'])) {
            [$options['cert'], $options['ssl_key']] = certificate_files($request);
        }
        return $options;
    }

    public function send(array $request): array
    {
        $url = $request['url'];
        $seen = ['on_stats' => function (TransferStats $stats) use (&$url) {
            $url = (string) $stats->getEffectiveUri();
        }];
        $response = $this->client->request($request['method'], $request['url'], [...self::options($request), ...$seen]);
        $fields = [];
        foreach ($response->getHeaders() as $name => $values) {
            foreach ($values as $value) {
                $fields[] = [(string) $name, $value];
            }
        }
        return answer($response->getStatusCode(), $fields, (string) $response->getBody(), $url);
    }
}
