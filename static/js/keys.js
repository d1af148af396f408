// Security keys, and the buttons beside recovery codes and other things that are shown once. What needs this file is hidden without it.

const bytes = (words) =>
  Uint8Array.from(atob(words.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const words = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const known = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

async function create({ publicKey }) {
  const answer = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials),
    },
  });
  return said(answer, { attestationObject: words(answer.response.attestationObject) });
}

async function get({ publicKey }) {
  const answer = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: known(publicKey.allowCredentials),
    },
  });
  const { authenticatorData, signature, userHandle } = answer.response;
  return said(answer, {
    authenticatorData: words(authenticatorData),
    signature: words(signature),
    userHandle: userHandle ? words(userHandle) : null,
  });
}

const said = (answer, response) => ({
  id: answer.id,
  rawId: words(answer.rawId),
  type: answer.type,
  authenticatorAttachment: answer.authenticatorAttachment,
  clientExtensionResults: answer.getClientExtensionResults(),
  response: { clientDataJSON: words(answer.response.clientDataJSON), ...response },
});

const asks = { create, get };

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-key]")) {
    const place = form.matches(".app-key") ? form : form.querySelector(".app-key");
    const credential = form.querySelector("[name=credential]");
    const fault = place.querySelector("[role=alert]");
    place.hidden = false;
    place.querySelector("button[type=button]").addEventListener("click", async () => {
      fault.hidden = true;
      try {
        const answer = await asks[form.dataset.key](JSON.parse(form.dataset.options));
        credential.disabled = false;
        credential.value = JSON.stringify(answer);
        form.submit();
      } catch {
        fault.hidden = false;
      }
    });
  }
  for (const told of document.querySelectorAll(".app-without-script")) told.hidden = true;
}

for (const place of document.querySelectorAll("[data-codes]")) {
  const codes = [...document.querySelectorAll(`${place.dataset.codes} li`)].map((each) => each.textContent);
  place.hidden = false;
  place.querySelector("[data-do=print]")?.addEventListener("click", () => window.print());
  place.querySelector("[data-do=copy]").addEventListener("click", async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    place.querySelector("[role=status]").textContent = "Copied";
  });
}
