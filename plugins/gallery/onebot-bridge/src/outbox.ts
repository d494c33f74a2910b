import { after, HostError, httpClient, log, type Timer } from 'phira-plugin';
import { config, say } from './settings';
import * as texts from './texts';

/** Lines that wait at most; those that come then are counted and left out. */
const capacity = 50;
/** Events that happen at the same time become one message. */
const gatherMs = 200;
const timeoutMs = 5000;

let lines: string[] = [];
let leftOut = 0;
let timer: Timer | undefined;
let problem: string | undefined;

/** Why the last message did not reach the groups; undefined when it did. */
export const lastProblem = (): string | undefined => problem;

/** Tells the groups, a moment later. */
export function tellGroups(line: string): void {
  if (config.current.groups.size === 0) return;
  if (lines.length === capacity) leftOut++;
  else lines.push(line);
  timer ??= after(gatherMs, flush);
}

function flush(): void {
  timer = undefined;
  const message = [...lines, ...(leftOut > 0 ? [say(texts.leftOut(leftOut))] : [])].join('\n');
  lines = [];
  leftOut = 0;
  for (const group of config.current.groups) send(group, message);
}

function send(group: number, message: string): void {
  const { apiUrl, accessToken } = config.current;
  const wrong = attempt(() => httpClient.send({
    method: 'POST',
    url: `${apiUrl}/send_group_msg`,
    headers: [
      { name: 'content-type', value: 'application/json' },
      ...(accessToken === '' ? [] : [{ name: 'authorization', value: `Bearer ${accessToken}` }]),
    ],
    body: { tag: 'text', val: JSON.stringify({ group_id: group, message, auto_escape: true }) },
    timeoutMs,
  }));
  // Once for each change: an implementation that is down must not fill the log.
  if (wrong !== undefined && wrong !== problem) log.warn(`the message did not reach group ${group}: ${wrong}`);
  problem = wrong;
}

/** What went wrong; undefined when nothing did. */
function attempt(post: () => { status: number }): string | undefined {
  try {
    const { status } = post();
    return status >= 200 && status < 300 ? undefined : `the OneBot implementation answered ${status}`;
  } catch (error) {
    if (error instanceof HostError) return error.message;
    throw error;
  }
}
