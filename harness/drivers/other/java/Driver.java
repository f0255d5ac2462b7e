import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A driver for java.net.http.HttpClient: the line protocol (docs/protocol.md) on standard input and output. It has no hook for
 * names and ports, so addresses are mapped by the library below it (../../preload/map-addresses.c).
 */
public final class Driver {
  private static final List<String> CAPABILITIES =
      List.of("manual", "cookie-jar", "proxy", "http-proxy-only", "client-certificate", "http2", "stream-body", "abort");

  private final PrintStream protocol;
  private Scenario scenario;

  private Driver(PrintStream protocol) {
    this.protocol = protocol;
  }

  public static void main(String[] arguments) throws Exception {
    Driver driver = new Driver(System.out);
    System.setOut(System.err); // what the client prints must not mix with the protocol
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) driver.receive(object(Json.read(line)));
    System.exit(0); // threads of the client would keep the process alive
  }

  private synchronized void say(Map<String, Object> message) {
    protocol.println(Json.write(message));
    protocol.flush();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static <Item> List<Item> list(Object value) {
    return value == null ? List.of() : (List<Item>) value;
  }

  private void receive(Map<String, Object> message) throws Exception {
    Object content = message.values().iterator().next();
    switch (message.keySet().iterator().next()) {
      case "hello":
        String version = System.getProperty("java.version");
        say(Map.of("ready", Map.of("protocol", 1, "name", "java/http-client", "version", version,
            "runtime", "java " + version, "capabilities", CAPABILITIES, "follows", true)));
        break;
      case "open":
        scenario = new Scenario(list(object(content).get("needs")), (String) object(content).get("ca"));
        say(Map.of("opened", object(content).get("scenario")));
        break;
      case "send":
        send(scenario, ((Double) object(content).get("id")).intValue(), object(object(content).get("request")));
        break;
      case "abort":
        scenario.abort(((Double) object(content).get("id")).intValue());
        break;
      case "close":
        say(Map.of("closed", object(content).get("scenario")));
        break;
      default:
    }
  }

  private void send(Scenario within, int id, Map<String, Object> request) {
    CompletableFuture<HttpResponse<byte[]>> answer;
    try {
      answer = within.call(id, request);
    } catch (Exception error) {
      answer = CompletableFuture.failedFuture(error);
    }
    answer.whenComplete((response, error) ->
        say(error == null ? Map.of("id", id, "response", describe(response)) : Map.of("id", id, "error", describe(error))));
  }

  private static Map<String, Object> describe(HttpResponse<byte[]> response) {
    List<List<String>> fields = new ArrayList<>();
    response.headers().map().forEach((name, values) -> {
      if (!name.startsWith(":")) values.forEach(value -> fields.add(List.of(name, value)));
    });
    LinkedList<Map<String, Object>> history = new LinkedList<>();
    for (var each = response.previousResponse(); each.isPresent(); each = each.get().previousResponse()) {
      history.addFirst(Map.of("status", each.get().statusCode(), "url", each.get().uri().toString()));
    }
    String body = response.body() == null ? "" : Base64.getEncoder().encodeToString(response.body());
    return Map.of("status", response.statusCode(), "headers", fields, "body", Map.of("base64", body),
        "url", response.uri().toString(), "redirected", !history.isEmpty(), "history", history);
  }

  private static Map<String, Object> describe(Throwable error) {
    if (error instanceof CompletionException && error.getCause() != null) return describe(error.getCause());
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", error.getClass().getSimpleName());
    described.put("message", String.valueOf(error.getMessage()));
    if (error.getCause() != null && error.getCause() != error) described.put("cause", describe(error.getCause()));
    return described;
  }

  /** What is kept between the calls of a scenario: a client for each kind of settings, and a jar. */
  private static final class Scenario {
    private final Certificate root;
    private final CookieManager jar;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<?>> calls = new ConcurrentHashMap<>();

    Scenario(List<String> needs, String ca) throws GeneralSecurityException {
      root = certificate(ca);
      jar = needs.contains("cookie-jar") ? new CookieManager() : null;
    }

    void abort(int id) {
      if (calls.get(id) != null) calls.get(id).cancel(true);
    }

    CompletableFuture<HttpResponse<byte[]>> call(int id, Map<String, Object> request) throws Exception {
      HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create((String) request.get("url")));
      sent.method((String) request.get("method"), body(object(request.get("body"))));
      for (List<String> field : Driver.<List<String>>list(request.get("headers"))) sent.header(field.get(0), field.get(1));
      var answer = client(request).sendAsync(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
      calls.put(id, answer);
      if (request.get("aborted") != null) answer.cancel(true);
      return answer;
    }

    private HttpClient client(Map<String, Object> request) throws Exception {
      String settings = request.get("redirect") + " " + request.get("proxy") + " " + request.get("clientCertificate");
      if (clients.get(settings) == null) clients.put(settings, build(request));
      return clients.get(settings);
    }

    private HttpClient build(Map<String, Object> request) throws Exception {
      boolean isManual = "manual".equals(request.get("redirect"));
      HttpClient.Builder builder = HttpClient.newBuilder();
      builder.followRedirects(isManual ? HttpClient.Redirect.NEVER : HttpClient.Redirect.NORMAL);
      builder.sslContext(tls(object(request.get("clientCertificate"))));
      if (jar != null) builder.cookieHandler(jar);
      Map<String, Object> proxy = object(request.get("proxy"));
      if (proxy != null) builder.proxy(new Proxies(proxy)).authenticator(new ProxyCredentials(proxy));
      return builder.build();
    }

    /** The context of a user who trusts one root certificate, and may have a certificate too. */
    private SSLContext tls(Map<String, Object> own) throws GeneralSecurityException, IOException {
      KeyStore roots = emptyStore();
      roots.setCertificateEntry("root", root);
      TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(roots);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own == null ? null : keys(own), trust.getTrustManagers(), null);
      return context;
    }

    private static KeyManager[] keys(Map<String, Object> own) throws GeneralSecurityException, IOException {
      KeyStore store = emptyStore();
      Certificate[] chain = {certificate((String) own.get("cert"))};
      store.setKeyEntry("own", privateKey((String) own.get("key")), new char[0], chain);
      KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      return store;
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException {
      var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      return CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
      byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
      try {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException notElliptic) {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      }
    }

    private static BodyPublisher body(Map<String, Object> body) {
      if (body == null) return BodyPublishers.noBody();
      if (body.get("stream") == null) return BodyPublishers.ofByteArray(bytes(body.get("base64")));
      ByteArrayOutputStream parts = new ByteArrayOutputStream();
      list(body.get("stream")).forEach(part -> parts.writeBytes(bytes(part)));
      ByteArrayInputStream stream = new ByteArrayInputStream(parts.toByteArray());
      return BodyPublishers.ofInputStream(() -> stream);
    }

    private static byte[] bytes(Object base64) {
      return Base64.getDecoder().decode((String) base64);
    }
  }

  /** A proxy for each scheme, except for some hosts. */
  private static final class Proxies extends ProxySelector {
    private final Map<String, Object> settings;

    Proxies(Map<String, Object> settings) {
      this.settings = settings;
    }

    @Override
    public List<Proxy> select(URI uri) {
      Object proxy = settings.get(uri.getScheme());
      if (proxy == null || list(settings.get("bypass")).contains(uri.getHost())) return List.of(Proxy.NO_PROXY);
      URI address = URI.create((String) proxy);
      return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), address.getPort())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException error) {}
  }

  /** User name and password in the URL of a proxy, for that proxy. */
  private static final class ProxyCredentials extends Authenticator {
    private final Map<String, Object> settings;

    ProxyCredentials(Map<String, Object> settings) {
      this.settings = settings;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      if (getRequestorType() != RequestorType.PROXY) return null;
      for (String scheme : List.of("http", "https")) {
        URI proxy = URI.create(String.valueOf(settings.getOrDefault(scheme, "")));
        if (!getRequestingHost().equalsIgnoreCase(proxy.getHost()) || proxy.getUserInfo() == null) continue;
        String[] pair = proxy.getUserInfo().split(":", 2);
        return new PasswordAuthentication(pair[0], pair[1].toCharArray());
      }
      return null;
    }
  }
}
