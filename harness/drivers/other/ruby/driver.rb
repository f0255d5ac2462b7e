# Speaks the line protocol (docs/protocol.md) for a client in Ruby. `ruby driver.rb httparty` loads with_httparty.rb.
#
# A client is a class with NAME, VERSION, CAPABILITIES, METHODS and `send_request`; a new object is made for each scenario.

require 'json'
require 'net/http'
require 'openssl'
require 'socket'
require 'stringio'

PROTOCOL = $stdout.dup
$stdout.reopen($stderr) # what the client prints must not mix with the protocol
SPEAKING = Mutex.new

def say(message)
  SPEAKING.synchronize do
    PROTOCOL.puts(JSON.generate(message))
    PROTOCOL.flush
  end
end

# Below the client: virtual addresses are mapped to loopback, all others are reported and refused.
module MappedSockets
  @names = {}
  class << self
    attr_accessor :names
  end

  def tcp(host, port, *rest, **options, &block)
    address = "#{host.to_s.delete('[]').delete_suffix('.').downcase}:#{port}"
    own = MappedSockets.names[address]
    unless own
      say(blocked: address)
      raise Errno::ECONNREFUSED, "EBLOCKED #{address} is not an origin of this scenario"
    end
    super('127.0.0.1', own, *rest, **options, &block)
  end
end
Socket.singleton_class.prepend(MappedSockets)

# URI looks a host up by itself to see whether it needs a proxy. No name of a scenario is known outside, so nobody is asked.
module UnknownNames
  def getaddress(host) = raise(SocketError, "getaddrinfo: Name or service not known: #{host}")
end
IPSocket.singleton_class.prepend(UnknownNames)

def home_file(name, text)
  path = File.join(ENV.fetch('HOME'), name)
  File.write(path, text)
  path
end

# Text in which each character stands for an octet, as the octets, and the reverse.
def octets(text) = text.encode('ISO-8859-1').b
def characters(octets) = octets.dup.force_encoding('ISO-8859-1').encode('UTF-8')

# The fields for a client that takes a hash: values of one name are joined, as RFC 9110 section 5.3 allows.
def joined(headers)
  headers.each_with_object({}) do |(name, value), fields|
    known = fields.keys.find { |each| each.casecmp?(name) } || name
    fields[known] = fields[known] ? "#{fields[known]}, #{octets(value)}" : octets(value)
  end
end

# A string, or an object to read once.
def body_of(request)
  body = request['body'] or return nil
  return body['base64'].unpack1('m') unless body['stream']

  StringIO.new(body['stream'].map { |part| part.unpack1('m') }.join)
end

# Net::HTTP sends what is read only in chunks, or with a length that the caller knows.
def framing(request, headers)
  streamed = request.dig('body', 'stream') && headers.keys.none? { |name| name.match?(/\A(content-length|transfer-encoding)\z/i) }
  streamed ? headers.merge('Transfer-Encoding' => 'chunked') : headers
end

# Net::HTTP and URI take proxies from environment variables.
def use_proxies(request)
  proxy = request['proxy'] || {}
  %w[http https].each { |scheme| ENV["#{scheme}_proxy"] = proxy[scheme] }
  ENV['no_proxy'] = proxy.fetch('bypass', []).join(',')
end

def answer(status, fields, body, url)
  headers = fields.flat_map { |name, values| Array(values).map { |value| [name, characters(value)] } }
  { response: { status: status, headers: headers, body: { base64: [body || ''].pack('m0') }, url: url&.to_s }.compact }
end

def describe(error)
  cause = error.cause
  described = { name: error.class.name, message: error.message.dup.force_encoding('UTF-8').scrub }
  cause ? described.merge(cause: describe(cause)) : described
end

def respond(client, id, request)
  use_proxies(request)
  say({ id: id }.merge(client.send_request(id, request)))
rescue StandardError, SystemStackError => e
  say(id: id, error: describe(e))
end

require_relative "with_#{ARGV.fetch(0)}"

client = nil
$stdin.each_line do |line|
  key, content = JSON.parse(line).first
  case key
  when 'hello'
    known = { name: Client::NAME, version: Client::VERSION, capabilities: Client::CAPABILITIES, methods: Client::METHODS }
    say(ready: { protocol: 1, **known, runtime: "ruby #{RUBY_VERSION}", follows: true })
  when 'open'
    MappedSockets.names = content['names']
    client = Client.new(content['needs'], home_file('root.pem', content['ca']))
    say(opened: content['scenario'])
  when 'send'
    Thread.new(client) { |current| respond(current, content['id'], content['request']) }
  when 'close'
    say(closed: content['scenario'])
  end
end
