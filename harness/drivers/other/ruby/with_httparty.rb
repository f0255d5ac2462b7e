# HTTParty: its functions, as in `HTTParty.get(url, options)`.

require 'httparty'

class Client
  NAME = 'ruby/httparty'
  VERSION = HTTParty::VERSION
  CAPABILITIES = %w[manual error-mode max-redirects auth cookies query proxy client-certificate stream-body].freeze
  METHODS = %w[GET HEAD POST PUT PATCH DELETE OPTIONS].freeze

  def initialize(_needs, root)
    @root = root
  end

  # `limit` counts requests.
  def redirect_options(request)
    {
      **(request['redirect'] == 'manual' ? { follow_redirects: false } : {}),
      **(request['redirect'] == 'error' ? { no_follow: true } : {}),
      **(request['maxRedirects'] ? { limit: request['maxRedirects'] + 1 } : {}),
    }
  end

  def body_options(request)
    body = body_of(request)
    body.is_a?(StringIO) ? { body_stream: body } : { body: body }.compact
  end

  def options(request)
    certificate = request['clientCertificate']
    {
      headers: framing(request, joined(request['headers'])),
      ssl_ca_file: @root,
      **redirect_options(request),
      **body_options(request),
      **(request['auth'] ? { basic_auth: request['auth'].transform_keys(&:to_sym) } : {}),
      **(request['cookies'] ? { cookies: request['cookies'].to_h } : {}),
      **(request['query'] ? { query: request['query'].to_h } : {}),
      **(certificate ? { pem: certificate.values_at('cert', 'key').join("\n") } : {}),
    }
  end

  def send_request(_id, request)
    response = HTTParty.public_send(request['method'].downcase, request['url'], options(request))
    answer(response.code, response.response.to_hash, response.body, response.request.last_uri)
  end
end
