"""A security key made of software: it answers as one would that a browser asks."""

import hashlib
import json
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, ATTESTED = 0x01, 0x40


class SecurityKey:
    def __init__(self, *, at="https://testserver") -> None:
        self.origin = at
        self.rp_hash = hashlib.sha256(at.partition("://")[2].encode()).digest()
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)

    def client_data(self, kind, challenge):
        said = {"type": kind, "challenge": challenge, "origin": self.origin}
        return json.dumps(said).encode()

    def answer(self, **response):
        named = websafe_encode(self.id)
        words = {name: websafe_encode(value) for name, value in response.items()}
        return json.dumps(
            {
                "id": named,
                "rawId": named,
                "type": "public-key",
                "clientExtensionResults": {},
                "response": words,
            }
        )

    def create(self, options):
        challenge = json.loads(options)["publicKey"]["challenge"]
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(bytes(16), self.id, public)
        data = AuthenticatorData.create(self.rp_hash, PRESENT | ATTESTED, 0, credential)
        return self.answer(
            clientDataJSON=self.client_data("webauthn.create", challenge),
            attestationObject=bytes(AttestationObject.create("none", data, {})),
        )

    def get(self, options):
        challenge = json.loads(options)["publicKey"]["challenge"]
        assert websafe_decode(challenge)
        data = AuthenticatorData.create(self.rp_hash, PRESENT, 1)
        said = self.client_data("webauthn.get", challenge)
        signed = bytes(data) + hashlib.sha256(said).digest()
        return self.answer(
            clientDataJSON=said,
            authenticatorData=bytes(data),
            signature=self.key.sign(signed, ec.ECDSA(hashes.SHA256())),
        )
