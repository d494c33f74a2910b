import type { HealthReport } from 'phira:plugin/health-handler@1.0.0';
import { attempt } from './lifecycle';

let check: () => HealthReport = () => ({ status: 'healthy', reasons: [] });

/** Adds the plugin's own view to its health. It is called every few seconds. */
export function onHealthCheck(report: () => HealthReport): void {
  check = report;
}

/** What the component of a plugin that reports its health exports. */
export const healthHandler = {
  check: (): HealthReport => attempt('check', () => check()),
};
