// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { ACCOUNT, Broker } from '../support/broker.js';
import { cloudEndpoint, routeCloudHostsTo } from '../support/cloudhosts.js';
import { AliMNS, newAccount, newQueue, refused } from './fixture.js';

describe('ali-mns: queues', () => {
  const account = newAccount();
  const mns = new AliMNS.MNS(account);
  const url = (name) => ({ QueueURL: `${cloudEndpoint(ACCOUNT)}/queues/${name}` });
  let broker;

  before(async () => {
    broker = await Broker.start();
    routeCloudHostsTo(broker.endpoint);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('creating is answered with 201, again with 204, and with other attributes refused', async () => {
    assert.equal(await mns.createP('orders', { VisibilityTimeout: 60 }), 201);
    assert.equal(await mns.createP('orders', { VisibilityTimeout: 60, PollingWaitSeconds: 0 }), 204);
    await refused(mns.createP('orders'), 'QueueAlreadyExist');
  });

  it('a queue created with nothing has the documented defaults', async () => {
    const nowS = String(Math.floor((await broker.admin.clock()) / 1000));
    const queue = await newQueue(broker, account);
    const { $: root, ...attributes } = (await queue.one.getAttrsP()).Queue;
    assert.deepEqual(root, { xmlns: 'http://mns.aliyuncs.com/doc/v1' });
    assert.deepEqual(attributes, {
      QueueName: queue.name,
      CreateTime: nowS,
      LastModifyTime: nowS,
      VisibilityTimeout: '30',
      MaximumMessageSize: '65536',
      MessageRetentionPeriod: '345600',
      DelaySeconds: '0',
      PollingWaitSeconds: '0',
      InactiveMessages: '0',
      ActiveMessages: '0',
      DelayMessages: '0',
      LoggingEnabled: 'False',
    });
  });

  it('setting attributes changes those named', async () => {
    const queue = await newQueue(broker, account, { VisibilityTimeout: 60, LoggingEnabled: true });
    assert.equal(await queue.one.setAttrsP({ DelaySeconds: 7 }), 204);
    const { Queue } = await queue.one.getAttrsP();
    assert.equal(Queue.DelaySeconds, '7');
    assert.equal(Queue.VisibilityTimeout, '60');
    assert.equal(Queue.LoggingEnabled, 'True');
  });

  it('queues are listed by prefix and page after page', async () => {
    for (const name of ['page-c', 'page-a', 'page-b', 'paged']) {
      await mns.createP(name);
    }
    const { Queues: all } = await mns.listP('page-');
    assert.deepEqual(all.Queue, ['page-a', 'page-b', 'page-c'].map(url));
    assert.ok(!('NextMarker' in all));

    const { Queues: first } = await mns.listP('page-', 2);
    assert.deepEqual(first.Queue, ['page-a', 'page-b'].map(url));
    const { Queues: rest } = await mns.listP('page-', 2, first.NextMarker);
    assert.deepEqual(rest.Queue, url('page-c'));
    assert.ok(!('NextMarker' in rest));
  });

  it('a list without arguments holds every queue', async () => {
    await mns.createP('anywhere');
    const { Queues } = await mns.listP();
    assert.ok([Queues.Queue].flat().some((queue) => queue.QueueURL === url('anywhere').QueueURL));
  });

  it('a list may be empty', async () => {
    const { Queues } = await mns.listP('no-such-prefix');
    assert.ok(!('Queue' in Queues));
  });

  it('a page of 1001 queues is refused', () => refused(mns.listP('', 1001), 'InvalidArgument'));

  it('a deleted queue is gone, and deleting it again is fine', async () => {
    const queue = await newQueue(broker, account);
    assert.equal(await mns.deleteP(queue.name), 204);
    await refused(queue.one.getAttrsP(), 'QueueNotExist');
    assert.equal(await mns.deleteP(queue.name), 204);
    assert.equal(await mns.createP(queue.name, { DelaySeconds: 1 }), 201);
  });

  it('another region is the same broker', async () => {
    const queue = await newQueue(broker, account);
    const region = new AliMNS.Region(AliMNS.City.Frankfurt, AliMNS.NetworkType.VPC);
    const { Queue } = await new AliMNS.MQ(queue.name, account, region).getAttrsP();
    assert.equal(Queue.QueueName, queue.name);
  });

  for (const [what, attributes] of [
    ['a delay of more than a week', { DelaySeconds: 604801 }],
    ['a message size below 1024', { MaximumMessageSize: 1023 }],
    ['a message size above 65536', { MaximumMessageSize: 65537 }],
    ['a retention below a minute', { MessageRetentionPeriod: 59 }],
    ['a visibility of nothing', { VisibilityTimeout: 0 }],
    ['a visibility above twelve hours', { VisibilityTimeout: 43201 }],
    ['a wait above 30 seconds', { PollingWaitSeconds: 31 }],
  ]) {
    it(`${what} is refused`, async () => {
      const queue = await newQueue(broker, account);
      await refused(queue.one.setAttrsP(attributes), 'InvalidArgument');
      await refused(mns.createP(broker.newQueueName(), attributes), 'InvalidArgument');
    });
  }

  it('a bad name is refused', async () => {
    await refused(mns.createP('under_score'), 'InvalidQueueName');
    await refused(mns.createP('q'.repeat(121)), 'QueueNameLengthError');
    await refused(mns.createP(''), 'QueueNameLengthError');
  });
});
