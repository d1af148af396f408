"""A small OpenID Connect provider on this machine: authorization code, PKCE, signed tokens."""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "dhr", "a secret of the provider"


class Provider:
    """`claims` is what it says of whoever signs in; `sign_with` may be somebody else's key."""

    def __init__(self) -> None:
        self.key = self.sign_with = rsa.generate_private_key(65537, 2048)
        self.claims = {"sub": "s-1", "email": "olive@csp.example", "email_verified": True}
        self.codes = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                provider.get(self)

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                provider.token(self, one_each(self.rfile.read(length).decode()))

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def get(self, asking):
        where = urlsplit(asking.path)
        if where.path == "/authorize":
            self.authorize(asking, one_each(where.query))
        elif where.path == "/keys":
            key = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
            answer(asking, {"keys": [{**key, "kid": "1", "alg": "RS256", "use": "sig"}]})
        else:
            answer(
                asking,
                {
                    "issuer": self.url,
                    "authorization_endpoint": f"{self.url}/authorize",
                    "token_endpoint": f"{self.url}/token",
                    "jwks_uri": f"{self.url}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                },
            )

    def authorize(self, asking, asked):
        """Somebody signs in here at once, and is sent back with a code."""
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        asking.send_response(302)
        asking.send_header("Location", f"{asked['redirect_uri']}?{back}")
        asking.end_headers()

    def token(self, asking, told):
        asked = self.codes.pop(told["code"], None)
        if asked is None or told.get("client_secret") != SECRET or not proves(told, asked):
            answer(asking, {"error": "invalid_grant"}, status=400)
            return
        now = int(time.time())
        said = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, **self.claims}
        token = jwt.encode(said, self.sign_with, algorithm="RS256", headers={"kid": "1"})
        answer(asking, {"access_token": "unused", "token_type": "Bearer", "id_token": token})


def proves(told, asked):
    digest = hashlib.sha256(told.get("code_verifier", "").encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=") == asked["code_challenge"]


def one_each(query):
    return {name: values[0] for name, values in parse_qs(query).items()}


def answer(asking, said, *, status=200):
    words = json.dumps(said).encode()
    asking.send_response(status)
    asking.send_header("Content-Type", "application/json")
    asking.send_header("Content-Length", str(len(words)))
    asking.end_headers()
    asking.wfile.write(words)
