<?php

// The extension curl: one handle for a scenario, which keeps its connections. CURLOPT_FOLLOWLOCATION is switched on.

declare(strict_types=1);

class Client
{
    public const NAME = 'php/curl';
    public const CAPABILITIES = [
        'manual', 'max-redirects', 'auth', 'cookies', 'cookie-jar', 'proxy', 'http-proxy-only', 'socks-proxy', 'client-certificate',
        'http2',
    ];

    private CurlHandle $handle;

    public function __construct(private array $needs, private string $root)
    {
        $this->handle = curl_init();
    }

    public static function version(): string
    {
        return curl_version()['version'];
    }

    /** A method of its own is fixed for the whole chain, so it is used only where no other option makes it. */
    private static function method(array $request): array
    {
        ['method' => $method, 'body' => $body] = $request;
        $data = $body ? [CURLOPT_POSTFIELDS => base64_decode($body['base64'])] : [];
        return match (true) {
            $method === 'HEAD' => [CURLOPT_NOBODY => true],
            $method === 'POST' => [CURLOPT_POST => true, CURLOPT_POSTFIELDS => $data[CURLOPT_POSTFIELDS] ?? ''],
            $method === 'GET' && !$body => [],
            default => [CURLOPT_CUSTOMREQUEST => $method] + $data,
        };
    }

    private static function proxies(array $request): array
    {
        if (isset($request['socksProxy'])) {
            return [CURLOPT_PROXY => str_replace('socks5:', 'socks5h:', $request['socksProxy'])];
        }
        foreach (['http', 'https'] as $scheme) {
            putenv("{$scheme}_proxy=" . ($request['proxy'][$scheme] ?? ''));
        }
        putenv('no_proxy=' . implode(',', $request['proxy']['bypass'] ?? []));
        return [];
    }

    private function options(array $request): array
    {
        $lines = array_map(fn (array $field) => octets($field[1] === '' ? "$field[0];" : "$field[0]: $field[1]"), $request['headers']);
        $options = [
            CURLOPT_URL => $request['url'],
            CURLOPT_CAINFO => $this->root,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_FOLLOWLOCATION => ($request['redirect'] ?? null) !== 'manual',
        ];
        $options += self::method($request) + self::proxies($request);
        if (isset($request['maxRedirects'])) {
            $options[CURLOPT_MAXREDIRS] = $request['maxRedirects'];
        }
        if (isset($request['auth'])) {
            $options[CURLOPT_USERPWD] = "{$request['auth']['username']}:{$request['auth']['password']}";
        }
        if (isset($request['cookies'])) {
            $options[CURLOPT_COOKIE] = implode('; ', array_map(fn (array $pair) => implode('=', $pair), $request['cookies']));
        }
        if (in_array('cookie-jar', $this->needs, true)) {
            $options[CURLOPT_COOKIEFILE] = '';
        }
        if (isset($request['clientCertificate'])) {
            [$options[CURLOPT_SSLCERT], $options[CURLOPT_SSLKEY]] = certificate_files($request);
        }
        return $options;
    }

    public function send(array $request): array
    {
        $fields = [];
        curl_reset($this->handle);
        curl_setopt_array($this->handle, $this->options($request));
        curl_setopt($this->handle, CURLOPT_HEADERFUNCTION, function ($_, string $line) use (&$fields): int {
            if (str_starts_with($line, 'HTTP/')) {
                $fields = [];
            } elseif (str_contains($line, ':')) {
                $fields[] = array_map('trim', explode(':', $line, 2));
            }
            return strlen($line);
        });
        $body = curl_exec($this->handle);
        if ($body === false) {
            $number = curl_errno($this->handle);
            return ['error' => ['name' => 'curl', 'code' => (string) $number, 'message' => "curl: ($number) " . curl_error($this->handle)]];
        }
        $url = curl_getinfo($this->handle, CURLINFO_EFFECTIVE_URL);
        return answer(curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE), $fields, (string) $body, $url);
    }
}
