import { after, HostError, httpClient, log, type Timer } from 'phira-plugin';
import { config, say } from './settings';
import * as texts from './texts';

/** Lines that wait at most; those that come then are counted and left out. */
const capacity = 50;
/** Events that happen at the same time become one message. */
const gatherMs = 200;
/** Each group has a call of its own: a message that takes long must not use up the time of the others. */
const nextGroupMs = 10;
const timeoutMs = 5000;

let lines: string[] = [];
let leftOut = 0;
/** Runs while lines are gathered or groups wait for the message. */
let timer: Timer | undefined;
const problems = new Map<number, string>();

/** Why the last message did not reach a group: a line for each of them. */
export const lastProblems = (): string[] =>
  [...config.current.groups].filter((group) => problems.has(group)).map((group) => `group ${group}: ${problems.get(group)}`);

/** Tells the groups, a moment later. */
export function tellGroups(line: string): void {
  if (config.current.groups.size === 0) return;
  if (lines.length === capacity) leftOut++;
  else lines.push(line);
  timer ??= after(gatherMs, flush);
}

function flush(): void {
  const message = [...lines, ...(leftOut > 0 ? [say(texts.leftOut(leftOut))] : [])].join('\n');
  lines = [];
  leftOut = 0;
  sendTo([...config.current.groups], message);
}

function sendTo([group, ...others]: number[], message: string): void {
  if (group !== undefined) send(group, message);
  if (others.length > 0) timer = after(nextGroupMs, () => sendTo(others, message));
  else timer = lines.length > 0 ? after(gatherMs, flush) : undefined;
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
  if (wrong !== undefined && wrong !== problems.get(group)) log.warn(`the message did not reach group ${group}: ${wrong}`);
  if (wrong === undefined) problems.delete(group);
  else problems.set(group, wrong);
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
