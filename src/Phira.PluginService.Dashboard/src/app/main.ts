import { createApp } from 'vue';
import { ApiError } from '../api/ApiError';
import { onSignedOut } from '../api/signedOut';
import { checkSession, signedOut, signIn, takeTokenFromAddress } from '../features/session/useSession';
import { startLanguage } from '../i18n';
import App from './App.vue';
import { makeRouter } from './router';
import '../styles/tokens.css';
import '../styles/base.css';

/** Signs in with the token of a setup link, if there is one; otherwise asks whether there is a session already. */
async function startSession(): Promise<ApiError | null> {
  const token = takeTokenFromAddress();
  let refused: ApiError | null = null;
  if (token !== null) {
    try {
      await signIn(token);
      return null;
    } catch (thrown) {
      refused = ApiError.of(thrown);
    }
  }
  await checkSession();
  return refused;
}

onSignedOut(signedOut);
startLanguage();
const linkError = await startSession();
createApp(App, { linkError }).use(makeRouter()).mount('#app');
// A setup link pasted into an open page changes only the fragment, which loads nothing by itself.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#token=')) location.reload();
});
