// SPDX-License-Identifier: GPL-3.0-only
// A receiver of pushes: checks each one by the procedure of the MNS documentation and prints it. Needs Node.js 18 or
// later and nothing else.
//
//   node examples/receivers/receiver.mjs [PORT]      (default 8080)
//
// Then subscribe http://127.0.0.1:8080/notifications to a topic and publish.
import { X509Certificate, createVerify } from 'node:crypto';
import http from 'node:http';
import { fileURLToPath } from 'node:url';

/** The text that the sender signed: rebuilt from what arrived. */
export function stringToSign(method, headers, target) {
  const mnsHeaders = Object.keys(headers)
    .filter((name) => name.startsWith('x-mns-'))
    .sort()
    .map((name) => `${name}:${headers[name]}`);
  return [
    method,
    headers['content-md5'] ?? '',
    headers['content-type'] ?? '',
    headers.date ?? '',
    ...mnsHeaders,
    target,
  ].join('\n');
}

const certificates = new Map(); // by URL

async function certificateAt(url) {
  if (!certificates.has(url)) {
    const reply = await fetch(url);
    if (!reply.ok) {
      throw new Error(`The certificate at ${url} was answered with ${reply.status}.`);
    }
    certificates.set(url, new X509Certificate(await reply.text()));
  }
  return certificates.get(url);
}

/** Whether the push was signed by whom its certificate names. In production check the host of that URL as well. */
export async function isGenuine(method, headers, target) {
  const url = Buffer.from(headers['x-mns-signing-cert-url'] ?? '', 'base64').toString();
  const certificate = await certificateAt(url);
  return createVerify('RSA-SHA1')
    .update(stringToSign(method, headers, target), 'latin1') // Node gives each byte of a header as a character
    .verify(certificate.publicKey, headers.authorization ?? '', 'base64');
}

/** A server that answers genuine pushes with 204 after `onPush({headers, body, target})`, others with 403. */
export function createReceiver(onPush) {
  return http.createServer(async (request, response) => {
    let body = '';
    request.setEncoding('utf8');
    for await (const chunk of request) {
      body += chunk;
    }
    let status = 403;
    try {
      if (await isGenuine(request.method, request.headers, request.url)) {
        status = (await onPush({ headers: request.headers, rawHeaders: request.rawHeaders, body, target: request.url })) ?? 204;
      }
    } catch (error) {
      status = 500;
      console.error(error.message);
    }
    response.writeHead(status).end();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  createReceiver(({ headers, body }) => {
    console.log(`${headers['x-mns-topic-name']} → ${headers['x-mns-subscription-name']}:\n${body}\n`);
  }).listen(port, '127.0.0.1', () => console.log(`Waiting for pushes at http://127.0.0.1:${port}/notifications`));
}
