/** The server's nonce for styles that libraries write into the page, see src/platform/web-app.ts. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export function styleNonce(): string {
  return nonce;
}

// Dialogs keep the page behind them still with a style of their own, which asks for the nonce here.
Object.assign(window, { __webpack_nonce__: nonce });
