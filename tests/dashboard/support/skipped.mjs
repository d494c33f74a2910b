/** Thrown by a test that cannot run on this machine; the message says why. Where CI=true, what is required must be there. */
export class Skipped extends Error {
  constructor(reason, { isRequired = false } = {}) {
    super(reason);
    this.isRequired = isRequired;
  }
}
