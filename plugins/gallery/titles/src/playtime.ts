import { call, HostError, log } from 'phira-plugin';

/** Minutes that a player has played here; undefined without the plugin playtime, or when it does not know the player. */
export function minutesPlayed(user: number): number | undefined {
  try {
    const answer = call('playtime', 'playtime', { user }) as { played_seconds: number } | null;
    return answer === null ? undefined : Math.floor(answer.played_seconds / 60);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    // It is optional: without it, with another version of it, or without the permission, the title is announced all the same.
    log.debug(`playtime: ${error.code}: ${error.message}`);
    return undefined;
  }
}
