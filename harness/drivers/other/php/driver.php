<?php

// Speaks the line protocol (docs/protocol.md) for a client in PHP. `php driver.php guzzle` loads with_guzzle.php.
// Addresses are mapped by the library below it (../../preload/map-addresses.c).
//
// A client is a class with NAME, CAPABILITIES, a function `version`, and `send`; a new object is made for each scenario.

declare(strict_types=1);

function say(array $message): void
{
    fwrite(STDOUT, json_encode($message, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
}

function home_file(string $name, string $text): string
{
    $path = getenv('HOME') . "/$name";
    file_put_contents($path, $text);
    return $path;
}

// Text in which each character stands for an octet, as the octets, and the reverse.
function octets(string $text): string
{
    return iconv('UTF-8', 'ISO-8859-1', $text);
}

function characters(string $octets): string
{
    return iconv('ISO-8859-1', 'UTF-8', $octets);
}

function certificate_files(array $request): array
{
    ['cert' => $cert, 'key' => $key] = $request['clientCertificate'];
    return [home_file('client.pem', $cert), home_file('client-key.pem', $key)];
}

/** @param list<array{string, string}> $fields */
function answer(int $status, array $fields, string $body, string $url): array
{
    $headers = array_map(fn (array $field) => [$field[0], characters($field[1])], $fields);
    return ['response' => ['status' => $status, 'headers' => $headers, 'body' => ['base64' => base64_encode($body)], 'url' => $url]];
}

function describe(Throwable $error): array
{
    $cause = $error->getPrevious();
    $described = ['name' => (new ReflectionClass($error))->getShortName(), 'message' => $error->getMessage()];
    return $cause ? [...$described, 'cause' => describe($cause)] : $described;
}

require __DIR__ . "/with_{$argv[1]}.php";

$client = null;
while (($line = fgets(STDIN)) !== false) {
    $message = json_decode($line, true);
    $content = reset($message);
    switch (key($message)) {
        case 'hello':
            $known = ['name' => Client::NAME, 'version' => Client::version(), 'capabilities' => Client::CAPABILITIES];
            say(['ready' => ['protocol' => 1, ...$known, 'runtime' => 'php ' . PHP_VERSION, 'follows' => true]]);
            break;
        case 'open':
            $client = new Client($content['needs'], home_file('root.pem', $content['ca']));
            say(['opened' => $content['scenario']]);
            break;
        case 'send':
            try {
                $result = $client->send($content['request']);
            } catch (Throwable $error) {
                $result = ['error' => describe($error)];
            }
            say(['id' => $content['id'], ...$result]);
            break;
        case 'close':
            $client = null;
            say(['closed' => $content['scenario']]);
    }
}
