let handler: () => void = () => {};

/** Names what to do when the service no longer accepts the session. */
export function onSignedOut(whenSignedOut: () => void): void {
  handler = whenSignedOut;
}

export function reportSignedOut(): void {
  handler();
}
