"""urllib.request, of the standard library: an opener with the handlers that a call asks for."""

import platform
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPCookieProcessor,
    HTTPPasswordMgrWithPriorAuth,
    HTTPRedirectHandler,
    HTTPSHandler,
    Request,
    build_opener,
)

from driver import OnRedirect, body_of, describe, joined, response, set_proxies


class NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class AskingRedirects(HTTPRedirectHandler):
    def __init__(self, ask):
        self.ask = ask

    def redirect_request(self, sent, answer, code, message, headers, url):
        following = super().redirect_request(sent, answer, code, message, headers, url)
        for name, value in self.ask(code, sent.full_url) if following else []:
            following.add_header(name, value)
        return following


def limited(most):
    handler = HTTPRedirectHandler()
    handler.max_redirections = handler.max_repeats = most
    return handler


class Client:
    name = "python/urllib"
    version = platform.python_version()
    capabilities = ["manual", "max-redirects", "auth", "cookie-jar", "proxy", "http-proxy-only", "client-certificate", "on-redirect", "stream-body"]

    def __init__(self, scenario):
        self.scenario = scenario
        self.jar = [HTTPCookieProcessor(CookieJar())] if "cookie-jar" in scenario.needs else []

    def handlers(self, call, request):
        if request.get("redirect") == "manual":
            yield NoRedirects()
        elif "maxRedirects" in request:
            yield limited(request["maxRedirects"])
        if "onRedirect" in request:
            yield AskingRedirects(OnRedirect(call, request["onRedirect"]))
        if "auth" in request:
            passwords = HTTPPasswordMgrWithPriorAuth()
            passwords.add_password(None, request["url"], request["auth"]["username"], request["auth"]["password"], is_authenticated=True)
            yield HTTPBasicAuthHandler(passwords)

    def send(self, call, request):
        set_proxies(request)
        opener = build_opener(HTTPSHandler(context=self.scenario.tls(request)), *self.jar, *self.handlers(call, request))
        sent = Request(request["url"], body_of(request), joined(request["headers"]), method=request["method"])
        try:
            answer = opener.open(sent)
        except HTTPError as error:
            # An error status is a response, and a chain that is aborted is none; all of them are the same exception.
            if "- Redirection to url" in str(error.msg):
                return {"error": describe(error), "class": "unsupported-scheme"}
            if str(error.msg).startswith(HTTPRedirectHandler.inf_msg):
                return {"error": describe(error), "class": "redirect-loop"}
            answer = error
        with answer:
            return response(answer.status, answer.headers.items(), answer.read(), answer.url)

    def close(self):
        pass
