// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Broker } from '../support/broker.js';
import { routeCloudHostsTo } from '../support/cloudhosts.js';
import { bodyMd5 } from '../support/md5.js';
import { AliMNS, newAccount, newQueue, refused } from './fixture.js';

/** Messages with the bodies m1, m2, … */
function messages(count) {
  return Array.from({ length: count }, (_, i) => new AliMNS.Msg(`m${i + 1}`));
}

function bodies(reply) {
  return reply.Messages.Message.map((message) => message.MessageBody);
}

function ids(entries) {
  return entries.map((entry) => entry.MessageId);
}

function handles(reply) {
  return reply.Messages.Message.map((message) => message.ReceiptHandle);
}

describe('ali-mns: batches', () => {
  const account = newAccount();
  let broker;

  before(async () => {
    broker = await Broker.start();
    routeCloudHostsTo(broker.endpoint);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('16 messages are sent, peeked, received and deleted at once', async () => {
    const { batch } = await newQueue(broker, account);
    const sent = (await batch.sendP(messages(16))).Messages.Message;
    assert.deepEqual(sent.map((entry) => entry.MessageBodyMD5),
      messages(16).map((message) => bodyMd5(Buffer.from(message.getMsg()).toString('base64'))));
    const expected = messages(16).map((message) => message.getMsg());
    assert.deepEqual(bodies(await batch.peekP()), expected);
    const received = await batch.recvP();
    assert.deepEqual(bodies(received), expected);
    assert.deepEqual(ids(received.Messages.Message), ids(sent));
    assert.equal(await batch.deleteP(handles(received)), 204);
    assert.equal((await batch.getAttrsP()).Queue.InactiveMessages, '0');
  });

  it('each message of a batch keeps its own delay and priority', async () => {
    const { batch } = await newQueue(broker, account);
    const sent = await batch.sendP([
      new AliMNS.Msg('ordinary'),
      new AliMNS.Msg('delayed', 8, 10),
      new AliMNS.Msg('urgent', 1),
    ]);
    assert.deepEqual(sent.Messages.Message.map((entry) => 'ReceiptHandle' in entry), [false, true, false]);
    assert.deepEqual(bodies(await batch.recvP(0, 16)), ['urgent', 'ordinary']);
    await broker.admin.advanceClock(10);
    assert.deepEqual(bodies(await batch.recvP(0, 16)), ['delayed']);
  });

  it('a single message comes in a list of its own, or plainly when one is asked for', async () => {
    const { batch } = await newQueue(broker, account);
    await batch.sendP('alone');
    assert.deepEqual(bodies(await batch.peekP(5)), ['alone']);
    assert.equal((await batch.peekP(1)).Message.MessageBody, 'alone');
    assert.equal((await batch.recvP(0, 1)).Message.MessageBody, 'alone');
    await refused(batch.peekP(), 'MessageNotExist');
    await refused(batch.recvP(), 'MessageNotExist');
  });

  it('a batch wait ends with the first message', { timeout: 20_000 }, async () => {
    const { name, batch } = await newQueue(broker, account);
    const waiting = batch.recvP(30, 16);
    await broker.admin.untilWaiting(name, 1);
    await batch.sendP([new AliMNS.Msg('a'), new AliMNS.Msg('b')]);
    assert.deepEqual(bodies(await waiting), ['a', 'b']);
  });

  it('a batch delete names what it could not delete and deletes the rest', async () => {
    const { one, batch } = await newQueue(broker, account);
    await batch.sendP(messages(3));
    const [gone, good, alsoGood] = handles(await batch.recvP(0, 16));
    await one.deleteP(gone);
    await assert.rejects(batch.deleteP([gone, good, 'no-handle', alsoGood]), (reply) => {
      const failures = reply.Errors.Error.map(({ ErrorCode, ErrorMessage, ...rest }) => {
        assert.ok(ErrorMessage);
        return { ErrorCode, ...rest };
      });
      failures.sort((a, b) => a.ErrorCode.localeCompare(b.ErrorCode));
      assert.deepEqual(failures, [
        { ErrorCode: 'MessageNotExist', ReceiptHandle: gone },
        { ErrorCode: 'ReceiptHandleError', ReceiptHandle: 'no-handle' },
      ]);
      return true;
    });
    assert.equal((await batch.getAttrsP()).Queue.InactiveMessages, '0');
  });

  it('a batch is sent whole or not at all', async () => {
    const { one, batch } = await newQueue(broker, account, { MaximumMessageSize: 1024 });
    await refused(batch.sendP([...messages(2), new AliMNS.Msg('x'.repeat(1024))]), 'InvalidArgument');
    await refused(batch.sendP([...messages(2), new AliMNS.Msg('m', 17)]), 'InvalidArgument');
    await refused(one.peekP(), 'MessageNotExist');
  });

  it('a batch has 1 to 16 entries', async () => {
    const { batch } = await newQueue(broker, account);
    await refused(batch.sendP([]), 'InvalidArgument');
    await refused(batch.sendP(messages(17)), 'InvalidArgument');
    await refused(batch.recvP(0, 17), 'InvalidArgument');
    await refused(batch.peekP(17), 'InvalidArgument');
    await refused(batch.deleteP([]), 'InvalidArgument');
    await refused(batch.deleteP(Array(17).fill('1-abc')), 'InvalidArgument');
  });

  it('the bodies of a batch have 65536 bytes of base64 together', async () => {
    const { batch } = await newQueue(broker, account);
    const half = new AliMNS.Msg('x'.repeat(24576));
    assert.equal((await batch.sendP([half, half])).Messages.Message.length, 2);
    await refused(batch.sendP([half, half, new AliMNS.Msg('x')]), 'InvalidArgument');
  });

  it('a consumer of batches is given all, and what it accepts is deleted', { timeout: 20_000 }, async () => {
    const { name, batch } = await newQueue(broker, account);
    await batch.sendP(messages(3));
    const given = [];
    batch.notifyRecv((error, reply) => {
      assert.equal(error, null);
      given.push(bodies(reply));
      return true;
    }, 30, 16);
    await broker.admin.untilWaiting(name, 1);
    const stopped = batch.notifyStopP();
    await batch.sendP('the last');
    await stopped;
    assert.deepEqual(given, [['m1', 'm2', 'm3'], ['the last']]);
    await broker.admin.untilLeased(name, 0); // the SDK does not wait for its deletes
  });
});
