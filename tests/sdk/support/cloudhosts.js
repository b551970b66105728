// SPDX-License-Identifier: GPL-3.0-only
import http from 'node:http';
import https from 'node:https';

const CLOUD_HOST = /^\d+\.mns\.[a-z0-9-]+\.aliyuncs\.com$/;

/** The address that an SDK without an endpoint option calls for an account. */
export function cloudEndpoint(account, region = 'cn-hangzhou') {
  return `http://${account}.mns.${region}.aliyuncs.com`;
}

/**
 * Connects whoever calls an account in the cloud to the broker instead, and refuses to connect to anything else: the
 * SDKs run as they are, and no test can leave the machine.
 */
export function routeCloudHostsTo(endpoint) {
  const { hostname, port } = new URL(endpoint);
  const connect = http.Agent.prototype.createConnection;
  http.Agent.prototype.createConnection = function createConnection(options, ...rest) {
    if (CLOUD_HOST.test(options.host)) {
      return connect.call(this, { ...options, host: hostname, port }, ...rest);
    }
    if (options.host !== hostname) {
      throw new Error(`A test tried to reach ${options.host}.`);
    }
    return connect.call(this, options, ...rest);
  };
  https.Agent.prototype.createConnection = ({ host }) => {
    throw new Error(`A test tried to reach ${host}.`);
  };
}
