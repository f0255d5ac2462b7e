// A driver for net/http: the line protocol (docs/protocol.md) on standard input and output.
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
)

type pair [2]string

type object = map[string]any

type request struct {
	Method  string
	URL     string
	Headers []pair
	Body    *struct {
		Base64 *string
		Stream []string
	}
	Auth         *struct{ Username, Password string }
	Cookies      []pair
	Redirect     string
	MaxRedirects *int
	Proxy        *struct {
		HTTP, HTTPS string
		Bypass      []string
	}
	SocksProxy        string
	ClientCertificate *struct{ Cert, Key string }
	OnRedirect        *struct {
		Add              []pair
		ThrowAt, AbortAt int
	}
	Aborted bool
}

type opened struct {
	Scenario string
	Needs    []string
	Names    map[string]int
	CA       string
}

type message struct {
	Hello *struct{}
	Open  *opened
	Send  *struct {
		ID      int
		Request request
	}
	Abort *struct{ ID int }
	Close *struct{ Scenario string }
}

var output = struct {
	sync.Mutex
	*json.Encoder
}{Encoder: json.NewEncoder(os.Stdout)}

func say(what object) {
	output.Lock()
	defer output.Unlock()
	if err := output.Encode(what); err != nil {
		os.Exit(1)
	}
}

var errAtLimit = errors.New("stopped at the limit of the caller: too many redirects")

// scenario is what is kept between the calls of one scenario.
type scenario struct {
	opened
	roots   *x509.CertPool
	kept    *http.Transport
	jar     http.CookieJar
	mutex   sync.Mutex
	cancels map[int]context.CancelFunc
}

func open(o opened) *scenario {
	s := &scenario{opened: o, roots: x509.NewCertPool(), cancels: map[int]context.CancelFunc{}}
	s.roots.AppendCertsFromPEM([]byte(o.CA))
	for _, need := range o.Needs {
		switch need {
		case "agent":
			s.kept = s.transport(request{})
			s.kept.MaxConnsPerHost = 1
		case "cookie-jar":
			s.jar, _ = cookiejar.New(nil)
		}
	}
	return s
}

// dial maps a virtual address to loopback, and reports and refuses every other one.
func (s *scenario) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	known := strings.ToLower(strings.TrimSuffix(host, ".")) + ":" + port
	own, found := s.Names[known]
	if !found {
		say(object{"blocked": known})
		return nil, fmt.Errorf("EBLOCKED %s is not an origin of this scenario", known)
	}
	return (&net.Dialer{}).DialContext(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", own))
}

// transport is that of a user who starts from the default one.
func (s *scenario) transport(r request) *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = s.dial
	t.TLSClientConfig = &tls.Config{RootCAs: s.roots}
	t.Proxy = func(sent *http.Request) (*url.URL, error) { return proxyFor(r, sent.URL) }
	if c := r.ClientCertificate; c != nil {
		if own, err := tls.X509KeyPair([]byte(c.Cert), []byte(c.Key)); err == nil {
			t.TLSClientConfig.Certificates = []tls.Certificate{own}
		}
	}
	return t
}

func proxyFor(r request, to *url.URL) (*url.URL, error) {
	if r.SocksProxy != "" {
		return url.Parse(r.SocksProxy)
	}
	if r.Proxy == nil {
		return nil, nil
	}
	for _, host := range r.Proxy.Bypass {
		if host == to.Hostname() {
			return nil, nil
		}
	}
	address := map[string]string{"http": r.Proxy.HTTP, "https": r.Proxy.HTTPS}[to.Scheme]
	if address == "" {
		return nil, nil
	}
	return url.Parse(address)
}

// octets makes the octets of a field from text in which each character stands for one.
func octets(text string) string {
	content := []byte{}
	for _, character := range text {
		content = append(content, byte(character))
	}
	return string(content)
}

// characters is the reverse of octets.
func characters(octets string) string {
	text := []rune{}
	for _, octet := range []byte(octets) {
		text = append(text, rune(octet))
	}
	return string(text)
}

// checkRedirect is the function of the caller, if the call needs one; nil is the default of the client.
func checkRedirect(id int, r request, abort context.CancelFunc) func(*http.Request, []*http.Request) error {
	switch {
	case r.Redirect == "manual":
		return func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	case r.MaxRedirects != nil:
		return func(_ *http.Request, via []*http.Request) error {
			if len(via) > *r.MaxRedirects {
				return errAtLimit
			}
			return nil
		}
	case r.OnRedirect == nil:
		return nil
	}
	return func(next *http.Request, via []*http.Request) error {
		last := via[len(via)-1]
		say(object{"told": object{"call": id, "status": next.Response.StatusCode, "url": last.URL.String()}})
		if len(via) == r.OnRedirect.ThrowAt {
			return errors.New("the caller does not want this redirect")
		}
		if len(via) == r.OnRedirect.AbortAt {
			abort()
		}
		for _, field := range r.OnRedirect.Add {
			next.Header.Add(field[0], field[1])
		}
		return nil
	}
}

func bodyOf(r request) (io.Reader, error) {
	if r.Body == nil {
		return nil, nil
	}
	if r.Body.Base64 != nil {
		content, err := base64.StdEncoding.DecodeString(*r.Body.Base64)
		return bytes.NewReader(content), err
	}
	parts := []io.Reader{}
	for _, part := range r.Body.Stream {
		content, err := base64.StdEncoding.DecodeString(part)
		if err != nil {
			return nil, err
		}
		parts = append(parts, bytes.NewReader(content))
	}
	return io.MultiReader(parts...), nil
}

func (s *scenario) send(id int, r request) (object, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s.mutex.Lock()
	s.cancels[id] = cancel
	s.mutex.Unlock()
	if r.Aborted {
		cancel()
	}
	body, err := bodyOf(r)
	if err != nil {
		return nil, err
	}
	sent, err := http.NewRequestWithContext(ctx, r.Method, r.URL, body)
	if err != nil {
		return nil, err
	}
	for _, field := range r.Headers {
		// The field Host is a member of its own.
		if strings.EqualFold(field[0], "Host") {
			sent.Host = field[1]
		} else {
			sent.Header.Add(field[0], octets(field[1]))
		}
	}
	if r.Auth != nil {
		sent.SetBasicAuth(r.Auth.Username, r.Auth.Password)
	}
	for _, cookie := range r.Cookies {
		sent.AddCookie(&http.Cookie{Name: cookie[0], Value: cookie[1]})
	}
	transport := s.kept
	if transport == nil {
		transport = s.transport(r)
		defer transport.CloseIdleConnections()
	}
	client := &http.Client{Transport: transport, Jar: s.jar, CheckRedirect: checkRedirect(id, r, cancel)}
	answer, err := client.Do(sent)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	fields := []pair{}
	for name, values := range answer.Header {
		for _, value := range values {
			fields = append(fields, pair{name, characters(value)})
		}
	}
	return object{
		"status":  answer.StatusCode,
		"headers": fields,
		"body":    object{"base64": base64.StdEncoding.EncodeToString(content)},
		"url":     answer.Request.URL.String(),
	}, nil
}

func describe(err error) object {
	described := object{"name": strings.TrimPrefix(reflect.TypeOf(err).String(), "*"), "message": err.Error()}
	if cause := errors.Unwrap(err); cause != nil {
		described["cause"] = describe(cause)
	}
	return described
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	var current *scenario
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var m message
		if err := json.Unmarshal(line, &m); err != nil {
			say(object{"fault": err.Error()})
			continue
		}
		switch {
		case m.Hello != nil:
			say(object{"ready": object{
				"protocol": 1, "name": "go/net-http", "version": strings.TrimPrefix(runtime.Version(), "go"),
				"runtime": runtime.Version(), "follows": true,
				"capabilities": []string{"manual", "max-redirects", "auth", "cookies", "cookie-jar", "agent", "proxy", "http-proxy-only",
					"socks-proxy", "client-certificate", "http2", "stream-body", "on-redirect", "abort"},
			}})
		case m.Open != nil:
			current = open(*m.Open)
			say(object{"opened": m.Open.Scenario})
		case m.Send != nil:
			go func(s *scenario, id int, r request) {
				if response, err := s.send(id, r); err != nil {
					say(object{"id": id, "error": describe(err)})
				} else {
					say(object{"id": id, "response": response})
				}
			}(current, m.Send.ID, m.Send.Request)
		case m.Abort != nil:
			current.mutex.Lock()
			if cancel := current.cancels[m.Abort.ID]; cancel != nil {
				cancel()
			}
			current.mutex.Unlock()
		case m.Close != nil:
			if current.kept != nil {
				current.kept.CloseIdleConnections()
			}
			say(object{"closed": m.Close.Scenario})
		}
	}
}
