// The interfaces of the host. What a plugin does not use is not imported by its component.

import * as rawCharts from 'phira:plugin/charts@1.0.0';
import * as rawClock from 'phira:plugin/clock@1.0.0';
import * as rawConfiguration from 'phira:plugin/configuration@1.0.0';
import * as rawHttpClient from 'phira:plugin/http-client@1.0.0';
import * as rawMessages from 'phira:plugin/messages@1.0.0';
import * as rawMetrics from 'phira:plugin/metrics@1.0.0';
import * as rawRooms from 'phira:plugin/rooms@1.0.0';
import * as rawServices from 'phira:plugin/services@1.0.0';
import * as rawSharedStorage from 'phira:plugin/shared-storage@1.0.0';
import * as rawStorage from 'phira:plugin/storage@1.0.0';
import * as rawSystem from 'phira:plugin/system@1.0.0';
import * as rawUsers from 'phira:plugin/users@1.0.0';
import { checked } from './errors';

export const charts = /* @__PURE__ */ checked(rawCharts);
export const clock = /* @__PURE__ */ checked(rawClock);
export const configuration = /* @__PURE__ */ checked(rawConfiguration);
export const httpClient = /* @__PURE__ */ checked(rawHttpClient);
export const messages = /* @__PURE__ */ checked(rawMessages);
export const metrics = /* @__PURE__ */ checked(rawMetrics);
export const rooms = /* @__PURE__ */ checked(rawRooms);
export const services = /* @__PURE__ */ checked(rawServices);
export const sharedStorage = /* @__PURE__ */ checked(rawSharedStorage);
export const storage = /* @__PURE__ */ checked(rawStorage);
export const system = /* @__PURE__ */ checked(rawSystem);
export const users = /* @__PURE__ */ checked(rawUsers);
