# Faraday with its adapter for Net::HTTP, and FollowRedirects of faraday_middleware, since it follows nothing by itself.

require 'faraday'
require 'faraday_middleware'

class Client
  NAME = 'ruby/faraday'
  VERSION = Faraday::VERSION
  CAPABILITIES = %w[manual max-redirects auth proxy client-certificate on-redirect rewrite-methods stream-body].freeze
  METHODS = %w[GET HEAD POST PUT PATCH DELETE OPTIONS].freeze

  def initialize(_needs, root)
    @root = root
  end

  def tls(request)
    certificate = request['clientCertificate'] or return { ca_file: @root }
    {
      ca_file: @root,
      client_cert: OpenSSL::X509::Certificate.new(certificate['cert']),
      client_key: OpenSSL::PKey.read(certificate['key']),
    }
  end

  # The function of the caller that is called before each redirect is followed.
  def callback(id, asked)
    count = 0
    lambda do |before, following|
      count += 1
      say(told: { call: id, status: before.status, url: before.url.to_s })
      raise "redirect #{count} is not wanted" if asked['throwAt'] == count

      asked.fetch('add', []).each { |name, value| following.request_headers[name] = value }
    end
  end

  def redirect_options(id, request)
    {
      **(request['maxRedirects'] ? { limit: request['maxRedirects'] } : {}),
      **(request['rewriteMethods'] == false ? { standards_compliant: true } : {}),
      **(request['onRedirect'] ? { callback: callback(id, request['onRedirect']) } : {}),
    }
  end

  def connection(id, request)
    Faraday.new(ssl: tls(request)) do |faraday|
      auth = request['auth']
      faraday.request :basic_auth, auth['username'], auth['password'] if auth
      faraday.use FaradayMiddleware::FollowRedirects, redirect_options(id, request) unless request['redirect'] == 'manual'
      faraday.adapter :net_http
    end
  end

  def send_request(id, request)
    headers = framing(request, joined(request['headers']))
    response = connection(id, request).run_request(request['method'].downcase.to_sym, request['url'], body_of(request), headers)
    answer(response.status, response.headers, response.body, response.env.url)
  end
end
