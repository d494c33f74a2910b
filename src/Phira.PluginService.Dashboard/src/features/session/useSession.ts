import { readonly, ref } from 'vue';
import { ApiError } from '../../api/ApiError';
import { service } from '../../api/service';

export type SessionState = 'unknown' | 'signed-in' | 'signed-out' | 'unreachable';

const state = ref<SessionState>('unknown');
const name = ref('');
/** Why the sign-in page is shown, when it is not the first visit. */
const notice = ref<'expired' | 'left' | null>(null);

/** Takes the token out of a setup link and erases it from the address bar, so that it is not bookmarked or shared. */
export function takeTokenFromAddress(): string | null {
  const match = /^#token=(.+)$/.exec(location.hash);
  if (match?.[1] === undefined) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return decodeURIComponent(match[1]);
}

/** Asks the service whether there is a session. */
export async function checkSession(): Promise<void> {
  try {
    name.value = (await service.session()).name;
    state.value = 'signed-in';
    notice.value = null;
  } catch (thrown) {
    state.value = ApiError.of(thrown).status === 401 ? 'signed-out' : 'unreachable';
  }
}

export async function signIn(token: string): Promise<void> {
  await service.signIn(token.trim());
  await checkSession();
}

export async function signOut(): Promise<void> {
  await service.signOut().catch(() => {});
  notice.value = 'left';
  state.value = 'signed-out';
}

export function signedOut(): void {
  if (state.value === 'signed-in') notice.value = 'expired';
  state.value = 'signed-out';
}

export function useSession() {
  return { state: readonly(state), name: readonly(name), notice: readonly(notice) };
}
