// SPDX-License-Identifier: GPL-3.0-only
import { after, before, describe, it } from 'node:test';

import { ACCOUNT, Broker } from '../support/broker.js';
import { cloudEndpoint, routeCloudHostsTo } from '../support/cloudhosts.js';
import { AliMNS, newAccount, newQueue, queueNamed, refused } from './fixture.js';

/** Makes one call as on a machine whose clock is off. */
function withClockOff(offsetMs, call) {
  const RealDate = globalThis.Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [RealDate.now() + offsetMs]));
    }
  };
  try {
    return call();
  } finally {
    globalThis.Date = RealDate;
  }
}

describe('ali-mns: what is refused', () => {
  const account = newAccount();
  const QUARTER_MS = 900_000;
  let broker;
  let queue;

  before(async () => {
    broker = await Broker.start();
    routeCloudHostsTo(broker.endpoint);
    queue = await newQueue(broker, account);
  });
  after(() => broker?.stop());

  describe('in a queue that does not exist', () => {
    const { one, batch } = queueNamed('missing', account);
    for (const [operation, call] of Object.entries({
      getAttrsP: () => one.getAttrsP(),
      setAttrsP: () => one.setAttrsP({ DelaySeconds: 1 }),
      sendP: () => one.sendP('m'),
      'sendP of a batch': () => batch.sendP([new AliMNS.Msg('m')]),
      recvP: () => one.recvP(),
      'recvP with a wait': () => one.recvP(30),
      'recvP of a batch': () => batch.recvP(0, 16),
      peekP: () => one.peekP(),
      'peekP of a batch': () => batch.peekP(16),
      deleteP: () => one.deleteP('1-abc'),
      'deleteP of a batch': () => batch.deleteP(['1-abc']),
      reserveP: () => one.reserveP('1-abc', 30),
    })) {
      it(operation, () => refused(call(), 'QueueNotExist'));
    }
  });

  it('a message without a body', () => refused(queue.one.sendP(''), 'InvalidArgument'));
  it('a priority out of range', () => refused(queue.one.sendP('m', 17), 'InvalidArgument'));
  it('a delay out of range', () => refused(queue.one.sendP('m', 8, 604801), 'InvalidArgument'));
  it('a wait out of range', () => refused(queue.one.recvP(31), 'InvalidArgument'));

  it('a handle that is none or missing', async () => {
    await refused(queue.one.deleteP('no-handle'), 'InvalidArgument');
    await refused(queue.one.reserveP('no-handle', 30), 'InvalidArgument');
    await refused(queue.one.deleteP(''), 'MissingReceiptHandle');
    await refused(queue.one.reserveP('', 30), 'MissingReceiptHandle');
  });

  it('a reservation out of range or of no length', async () => {
    const { one } = await newQueue(broker, account);
    await one.sendP('m');
    const { Message } = await one.recvP();
    await refused(one.reserveP(Message.ReceiptHandle, 43201), 'InvalidArgument');
    await refused(one.reserveP(Message.ReceiptHandle, ''), 'MissingVisibilityTimeout');
  });

  it('another secret', () =>
    refused(new AliMNS.MNS(newAccount({ secret: 'guessed' })).listP(), 'SignatureDoesNotMatch'));
  it('an unknown key', () => refused(new AliMNS.MNS(newAccount({ id: 'stranger' })).listP(), 'InvalidAccessKeyId'));
  it('a key that breaks the header', () =>
    refused(new AliMNS.MNS(newAccount({ id: 'two words' })).listP(), 'InvalidAuthorizationHeader'));

  it('a clock more than a quarter of an hour off', async () => {
    const list = () => new AliMNS.MNS(account).listP();
    await refused(withClockOff(-QUARTER_MS - 60_000, list), 'TimeExpired');
    await refused(withClockOff(QUARTER_MS + 60_000, list), 'TimeExpired');
    await withClockOff(-QUARTER_MS + 60_000, list);
  });

  describe('through the request layer', () => {
    const stack = new AliMNS.OpenStack(account);
    const url = `${cloudEndpoint(ACCOUNT)}/queues`;

    it('another version', () =>
      refused(stack.sendP('GET', url, null, { 'x-mns-version': '2015-06-07' }), 'InvalidVersionHeader'));
    it('a body said not to be XML', () =>
      refused(stack.sendP('PUT', `${url}/typed`, { Queue: '' }, { 'Content-Type': 'text/plain' }),
        'InvalidContentType'));
    it('a document of another operation', () =>
      refused(stack.sendP('PUT', `${url}/other`, { Topic: '' }), 'InvalidArgument'));
    it('a path that is none', () => refused(stack.sendP('GET', `${url}/a/letters`), 'InvalidRequestURL'));
  });
});
