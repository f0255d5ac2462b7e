/** What a script with https uses: a certificate that signs itself, for the hosts below `test`. Its key protects nothing, so it may be public. */
export const certificate = {
  hosts: [
    'home.test',
    'other.test',
    'photos.s3.us-east-1.amazonaws.com',
    'photos.s3.eu-central-1.amazonaws.com',
    '[2001:db8::1000:1]',
  ],
  cert: `-----BEGIN CERTIFICATE-----
MIIB5DCCAYmgAwIBAgIUadxF9hx8rAfOGfRFhxPtWmky4d8wCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjcwODQ1NDRaGA8yMTI2MTEwMzA4NDU0
NFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAjD
8JrdGzc9WzuyyhXYH8gkUtL+kll/wTr0xWVdeh6dq72CG5JUrrxuABQjXtz4tBkw
L7M+8rzrQc3UvsP8MaCjgcAwgb0wDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8E
BAMCAoQwHQYDVR0OBBYEFFrnFC+xX330T/cqBQkGDzufzEBrMHsGA1UdEQR0MHKC
CWhvbWUudGVzdIIKb3RoZXIudGVzdIIhcGhvdG9zLnMzLnVzLWVhc3QtMS5hbWF6
b25hd3MuY29tgiRwaG90b3MuczMuZXUtY2VudHJhbC0xLmFtYXpvbmF3cy5jb22H
ECABDbgAAAAAAAAAABAAAAEwCgYIKoZIzj0EAwIDSQAwRgIhAJqSffpU21wsM8iw
+GQnXex6Qi1sTGzpW4BAlq9p8KdCAiEA7WL6JK0JuKO5lhHrhSfvYV0rsLwCjBpM
yft6ODS1fIA=
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzpp7S8/jcTsAq3fh
a12hfr5Vueey5FVmf9/kt2F5I0ihRANCAAQIw/Ca3Rs3PVs7ssoV2B/IJFLS/pJZ
f8E69MVlXXoenau9ghuSVK68bgAUI17c+LQZMC+zPvK860HN1L7D/DGg
-----END PRIVATE KEY-----`,
} as const;
