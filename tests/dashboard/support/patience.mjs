/**
 * How long a test waits for something that must happen. It only ends a test that hangs: none may fail because a machine is slow.
 */
export const patienceMilliseconds = 600_000;
