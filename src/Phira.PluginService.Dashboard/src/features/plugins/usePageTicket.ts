import { onScopeDispose, shallowRef } from 'vue';
import { ApiError } from '../../api/ApiError';
import { service } from '../../api/service';

/** No sooner than this, however short-lived tickets are. */
const soonestMilliseconds = 5_000;

/**
 * The path below which the pages of a plugin may use its routes for administrators. It is prolonged for as long as the page is open; when the service gives
 * another one instead, the plugin has been away meanwhile.
 */
export function usePageTicket(name: string) {
  const path = shallowRef<string | null>(null);
  const error = shallowRef<ApiError | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;

  async function renew(): Promise<void> {
    clearTimeout(timer);
    try {
      const ticket = await service.pageTicket(name);
      if (disposed) return;
      path.value = ticket.path;
      error.value = null;
      // With half of its time left there is time for a second attempt.
      timer = setTimeout(() => void renew(), Math.max((Date.parse(ticket.expiresAt) - Date.now()) / 2, soonestMilliseconds));
    } catch (thrown) {
      if (!disposed) error.value = ApiError.of(thrown);
    }
  }

  onScopeDispose(() => {
    disposed = true;
    clearTimeout(timer);
  });
  void renew();
  return { path, error, renew };
}
