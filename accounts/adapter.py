"""What allauth asks of us: how secrets rest in the database, and what devices call an account."""

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from agencies.models import User
from privacy.seal import seal, unseal


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Named in settings as MFA_ADAPTER."""

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return str(settings.PRODUCT_NAME)

    def get_totp_label(self, user: User) -> str:
        return user.email

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, object]:
        return {"id": str(user.pk).encode(), "display_name": user.full_name, "name": user.email}

    def _get_site_name(self) -> str:
        return str(settings.PRODUCT_NAME)
