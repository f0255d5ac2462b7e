# open-uri of the standard library, which sends only GET.

require 'open-uri'

class Client
  NAME = 'ruby/open-uri'
  VERSION = RUBY_VERSION
  CAPABILITIES = %w[manual auth proxy http-proxy-only].freeze
  METHODS = %w[GET].freeze

  def initialize(_needs, root)
    @root = root
  end

  def options(request)
    {
      ssl_ca_cert: @root,
      **(request['redirect'] == 'manual' ? { redirect: false } : {}),
      **(request['auth'] ? { http_basic_authentication: request['auth'].values_at('username', 'password') } : {}),
      **joined(request['headers']),
    }
  end

  def send_request(_id, request)
    io = URI.parse(request['url']).open(options(request))
    answer(io.status[0].to_i, io.metas, io.read, io.base_uri)
  rescue OpenURI::HTTPError => e
    # The same exception is an error status, which is a response, a redirect that is not to be followed, which is one too, and a
    # Location that is no URI, which is not. It has no final URL.
    raise if e.message.end_with?('(Invalid Location URI)')

    answer(e.io.status[0].to_i, e.io.metas, e.io.read, e.io.base_uri)
  end
end
