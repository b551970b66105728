// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Broker } from '../support/broker.js';
import { routeCloudHostsTo } from '../support/cloudhosts.js';
import { bodyMd5 } from '../support/md5.js';
import { newAccount, newQueue, refused } from './fixture.js';

const LONG_S = 30; // longer than a test may take
const WITHIN = { timeout: 20_000 };

describe('ali-mns: one message at a time', () => {
  const account = newAccount();
  let broker;

  before(async () => {
    broker = await Broker.start();
    routeCloudHostsTo(broker.endpoint);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('the MD5 of a send is that of the base64 text that travelled', async () => {
    const { one } = await newQueue(broker, account);
    const { Message } = await one.sendP('Hello');
    assert.match(Message.MessageId, /^[0-9A-F]{32}$/);
    assert.equal(Message.MessageBodyMD5, bodyMd5('SGVsbG8='));
    assert.ok(!('ReceiptHandle' in Message));
  });

  it('a received message carries its nine elements', async () => {
    const { one } = await newQueue(broker, account, { VisibilityTimeout: 45 });
    const { Message: sent } = await one.sendP('hello', 3);
    const sentAtMs = await broker.admin.clock();
    const receivedAtMs = await broker.admin.advanceClock(2);
    const { $: root, ReceiptHandle, ...message } = (await one.recvP()).Message;
    assert.deepEqual(root, { xmlns: 'http://mns.aliyuncs.com/doc/v1' });
    assert.match(ReceiptHandle, /^[A-Za-z0-9-]+$/);
    assert.deepEqual(message, {
      MessageId: sent.MessageId,
      MessageBodyMD5: sent.MessageBodyMD5,
      MessageBody: 'hello',
      EnqueueTime: String(sentAtMs),
      FirstDequeueTime: String(receivedAtMs),
      NextVisibleTime: String(receivedAtMs + 45_000),
      DequeueCount: '1',
      Priority: '3',
    });
  });

  for (const [what, text] of [
    ['of several scripts', 'Signal 信号箱 сигнал إشارة 🚦'],
    ['full of what XML escapes', `<a href="b">&amp; 'c' ]]></a>`],
    ['with control characters and line ends', '\u0000\u0007 \r\n\t '],
    ['of 49152 bytes, 65536 in base64', 'x'.repeat(49152)],
  ]) {
    it(`a body ${what} comes back as it was`, async () => {
      const { one } = await newQueue(broker, account);
      await one.sendP(text);
      assert.equal((await one.peekP()).Message.MessageBody, text);
      assert.equal((await one.recvP()).Message.MessageBody, text);
    });
  }

  it('the size that counts is that of the base64 text', async () => {
    const { one } = await newQueue(broker, account);
    await refused(one.sendP('x'.repeat(49153)), 'InvalidArgument');
  });

  it('a smaller number is served first', async () => {
    const { one } = await newQueue(broker, account);
    await one.sendP('last', 16);
    await one.sendP('second');
    await one.sendP('third', 8);
    await one.sendP('first', 1);
    const served = [];
    for (let i = 0; i < 4; i += 1) {
      served.push((await one.recvP()).Message.MessageBody);
    }
    assert.deepEqual(served, ['first', 'second', 'third', 'last']);
  });

  it('peeking changes nothing', async () => {
    const { one } = await newQueue(broker, account);
    await one.sendP('look');
    const { Message } = await one.peekP();
    assert.equal(Message.MessageBody, 'look');
    assert.equal(Message.DequeueCount, '0');
    assert.ok(!('ReceiptHandle' in Message) && !('NextVisibleTime' in Message));
    assert.equal((await one.recvP()).Message.DequeueCount, '1');
  });

  it('a lease that lapsed gives the message to the next and ends the old handle', async () => {
    const { one } = await newQueue(broker, account, { VisibilityTimeout: 10 });
    await one.sendP('again');
    const { Message: first } = await one.recvP();
    await refused(one.recvP(), 'MessageNotExist');
    await broker.admin.advanceClock(10);
    const { Message: second } = await one.recvP();
    assert.equal(second.DequeueCount, '2');
    assert.equal(second.FirstDequeueTime, first.FirstDequeueTime);
    await refused(one.deleteP(first.ReceiptHandle), 'ReceiptHandleError');
    assert.equal(await one.deleteP(second.ReceiptHandle), 204);
    await refused(one.deleteP(second.ReceiptHandle), 'MessageNotExist');
  });

  it('a reserved message stays away for longer and has a new handle', async () => {
    const { one } = await newQueue(broker, account, { VisibilityTimeout: 10 });
    await one.sendP('reserved');
    const { Message } = await one.recvP();
    const nowMs = await broker.admin.advanceClock(5);
    const { ChangeVisibility } = await one.reserveP(Message.ReceiptHandle, 60);
    assert.equal(ChangeVisibility.NextVisibleTime, String(nowMs + 60_000));
    assert.notEqual(ChangeVisibility.ReceiptHandle, Message.ReceiptHandle);
    await refused(one.reserveP(Message.ReceiptHandle, 60), 'ReceiptHandleError');
    await broker.admin.advanceClock(59);
    await refused(one.recvP(), 'MessageNotExist');
    assert.equal(await one.deleteP(ChangeVisibility.ReceiptHandle), 204);
  });

  it('a delayed message waits, and its handle moves or deletes it', async () => {
    const { one } = await newQueue(broker, account);
    const { Message: moved } = await one.sendP('moved', 8, 3600);
    const { Message: dropped } = await one.sendP('dropped', 8, 3600);
    await refused(one.peekP(), 'MessageNotExist');
    await refused(one.recvP(), 'MessageNotExist');
    await one.reserveP(moved.ReceiptHandle, 1);
    assert.equal(await one.deleteP(dropped.ReceiptHandle), 204);
    await broker.admin.advanceClock(1);
    assert.equal((await one.recvP()).Message.MessageBody, 'moved');
    await broker.admin.advanceClock(3600);
    assert.equal((await one.peekP()).Message.MessageBody, 'moved');
  });

  it('a message that outlived the retention of its queue is gone', async () => {
    const { one } = await newQueue(broker, account, { MessageRetentionPeriod: 60 });
    await one.sendP('old');
    await broker.admin.advanceClock(60);
    await refused(one.recvP(), 'MessageNotExist');
  });

  it('a long poll ends when a message arrives', WITHIN, async () => {
    const { name, one } = await newQueue(broker, account);
    const waiting = one.recvP(LONG_S);
    await broker.admin.untilWaiting(name, 1);
    await one.sendP('here');
    assert.equal((await waiting).Message.MessageBody, 'here');
  });

  it('a long poll in vain is answered with MessageNotExist before the SDK gives up', WITHIN, async () => {
    const { one } = await newQueue(broker, account);
    one.setRecvTolerance(2);
    await refused(one.recvP(1), 'MessageNotExist');
  });

  it('a client that gave up its long poll costs no message', WITHIN, async () => {
    const { name, one } = await newQueue(broker, account);
    one.setRecvTolerance(1 - LONG_S); // counted from the end of the wait: a second is left
    await assert.rejects(one.recvP(LONG_S), (error) => /TIMEDOUT$/.test(error.code));
    await broker.admin.untilWaiting(name, 0);
    await one.sendP('still here');
    one.setRecvTolerance(5);
    assert.equal((await one.recvP()).Message.DequeueCount, '1');
  });

  it('a consumer is given each message, and what it accepts is deleted', WITHIN, async () => {
    const { name, one } = await newQueue(broker, account);
    await one.sendP('accepted');
    await one.sendP('kept');
    const given = [];
    const all = new Promise((resolve, reject) => {
      one.notifyRecv((error, reply) => {
        if (error) {
          reject(error);
          return false;
        }
        given.push(reply.Message.MessageBody);
        if (given.length === 3) {
          resolve();
        }
        return reply.Message.MessageBody !== 'kept';
      }, LONG_S);
    });
    await broker.admin.untilWaiting(name, 1);
    const stopped = one.notifyStopP();
    await one.sendP('the last');
    await Promise.all([all, stopped]);
    assert.deepEqual(given, ['accepted', 'kept', 'the last']);

    await broker.admin.untilLeased(name, 1); // the SDK does not wait for its deletes
    await broker.admin.advanceClock(30);
    assert.equal((await one.recvP()).Message.MessageBody, 'kept');
    await refused(one.recvP(), 'MessageNotExist');
  });
});
