// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { ACCOUNT, Broker } from '../support/broker.js';
import { cloudEndpoint, routeCloudHostsTo } from '../support/cloudhosts.js';
import { newClient, newQueue, refused } from './fixture.js';

describe('@alicloud/mns: queues', () => {
  let broker;
  let client;

  before(async () => {
    broker = await Broker.start();
    client = newClient(broker);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('a new queue is answered with 201 and its location', async () => {
    const reply = await client.createQueue('orders', { VisibilityTimeout: 60 });
    assert.equal(reply.code, 201);
    assert.equal(reply.headers.location, `${broker.endpoint}/queues/orders`);
    assert.equal(reply.body, undefined);
  });

  it('the same queue again is answered with 204 and its location', async () => {
    const name = await newQueue(broker, client, { VisibilityTimeout: 60 });
    const again = await client.createQueue(name, { VisibilityTimeout: 60, DelaySeconds: 0, LoggingEnabled: 'False' });
    assert.equal(again.code, 204);
    assert.equal(again.headers.location, `${broker.endpoint}/queues/${name}`);
  });

  it('an attribute left out means its default, so it makes a difference', async () => {
    const name = await newQueue(broker, client, { VisibilityTimeout: 60 });
    await refused(client.createQueue(name), 'QueueAlreadyExist', 409);
    await refused(client.createQueue(name, { VisibilityTimeout: 61 }), 'QueueAlreadyExist', 409);
    assert.equal((await client.getQueueAttributes(name)).body.VisibilityTimeout, '60');
  });

  it('a queue created with nothing has the documented defaults', async () => {
    const nowS = String(Math.floor((await broker.admin.clock()) / 1000));
    const name = await newQueue(broker, client);
    const { code, body } = await client.getQueueAttributes(name);
    assert.equal(code, 200);
    assert.deepEqual(body, {
      QueueName: name,
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

  it('setting attributes changes those named and the time of modification', async () => {
    const name = await newQueue(broker, client, { VisibilityTimeout: 60, LoggingEnabled: true });
    const { body: earlier } = await client.getQueueAttributes(name);
    await broker.admin.advanceClock(5);

    const reply = await client.setQueueAttributes(name, { DelaySeconds: 7, MaximumMessageSize: 2048 });
    assert.equal(reply.code, 204);
    const { body: later } = await client.getQueueAttributes(name);
    assert.deepEqual(later, {
      ...earlier,
      DelaySeconds: '7',
      MaximumMessageSize: '2048',
      LastModifyTime: String(Number(earlier.LastModifyTime) + 5),
    });
    assert.equal(later.LoggingEnabled, 'True');
  });

  it('setting no attribute changes none', async () => {
    const name = await newQueue(broker, client, { PollingWaitSeconds: 3 });
    assert.equal((await client.setQueueAttributes(name)).code, 204);
    assert.equal((await client.getQueueAttributes(name)).body.PollingWaitSeconds, '3');
  });

  it('every attribute is taken at its bounds', async () => {
    const least = {
      DelaySeconds: 0,
      MaximumMessageSize: 1024,
      MessageRetentionPeriod: 60,
      VisibilityTimeout: 1,
      PollingWaitSeconds: 0,
    };
    const most = {
      DelaySeconds: 604800,
      MaximumMessageSize: 65536,
      MessageRetentionPeriod: 1296000,
      VisibilityTimeout: 43200,
      PollingWaitSeconds: 30,
    };
    const name = await newQueue(broker, client, least);
    assert.equal((await client.setQueueAttributes(name, most)).code, 204);
    const { body } = await client.getQueueAttributes(name);
    for (const [attribute, value] of Object.entries(most)) {
      assert.equal(body[attribute], String(value), attribute);
    }
  });

  for (const [attribute, value] of [
    ['DelaySeconds', -1],
    ['DelaySeconds', 604801],
    ['MaximumMessageSize', 1023],
    ['MaximumMessageSize', 65537],
    ['MessageRetentionPeriod', 59],
    ['MessageRetentionPeriod', 1296001],
    ['VisibilityTimeout', 0],
    ['VisibilityTimeout', 43201],
    ['PollingWaitSeconds', -1],
    ['PollingWaitSeconds', 31],
    ['VisibilityTimeout', 'soon'],
    ['LoggingEnabled', 'maybe'],
  ]) {
    it(`${attribute} ${value} is refused, in creating and in setting`, async () => {
      const name = await newQueue(broker, client);
      await refused(client.setQueueAttributes(name, { [attribute]: value }), 'InvalidArgument', 400);
      await refused(client.createQueue(broker.newQueueName(), { [attribute]: value }), 'InvalidArgument', 400);
    });
  }

  it('a name may have 120 letters, digits and hyphens', async () => {
    const name = `9${'a-Z'.repeat(39)}xy`;
    assert.equal(name.length, 120);
    assert.equal((await client.createQueue(name)).code, 201);
    await refused(client.createQueue(`${name}z`), 'QueueNameLengthError', 400);
    await refused(client.createQueue(''), 'QueueNameLengthError', 400);
  });

  for (const name of ['under_score', '-hyphen', 'dot.ted', '%E9%98%9F']) {
    it(`the name ${name} is refused`, () => refused(client.createQueue(name), 'InvalidQueueName', 400));
  }

  it('queues are listed by prefix and page after page', async () => {
    for (const name of ['page-c', 'page-a', 'page-b', 'paged']) {
      await client.createQueue(name);
    }
    const url = (name) => ({ QueueURL: `${broker.endpoint}/queues/${name}` });

    const all = await client.listQueue(undefined, 1000, 'page-');
    assert.equal(all.code, 200);
    assert.deepEqual(all.body, ['page-a', 'page-b', 'page-c'].map(url));

    const headers = { 'x-mns-prefix': 'page-', 'x-mns-ret-number': 2 };
    const { body: first } = await client.get('/queues', 'Queues', { headers });
    assert.deepEqual(first.Queue, ['page-a', 'page-b'].map(url));
    const rest = await client.listQueue(first.NextMarker, 2, 'page-');
    assert.deepEqual(rest.body, ['page-c'].map(url));
  });

  it('the last page has no marker', async () => {
    await client.createQueue('single');
    const headers = { 'x-mns-prefix': 'single', 'x-mns-ret-number': 1 };
    const { body } = await client.get('/queues', 'Queues', { headers });
    assert.deepEqual(Object.keys(body), ['Queue']);
  });

  it('a list with meta data carries all attributes', async () => {
    await client.createQueue('described', { DelaySeconds: 3 });
    const headers = { 'x-mns-prefix': 'described', 'x-mns-with-meta': 'true' };
    const { body } = await client.get('/queues', 'Queues', { headers });
    const { body: attributes } = await client.getQueueAttributes('described');
    assert.deepEqual(body.Queue, [{ QueueURL: `${broker.endpoint}/queues/described`, ...attributes }]);
  });

  it('a list may be empty', async () => {
    const reply = await client.listQueue(undefined, 10, 'no-such-prefix');
    assert.equal(reply.code, 200);
    assert.equal(reply.body, undefined);
  });

  for (const size of [0, 1001, 'many']) {
    it(`a page of ${size} queues is refused`, () =>
      refused(client.listQueue(undefined, size, ''), 'InvalidArgument', 400));
  }

  it('a deleted queue is gone with its messages, and its name is free at once', async () => {
    const name = await newQueue(broker, client);
    await client.sendMessage(name, { MessageBody: 'lost' });
    assert.equal((await client.deleteQueue(name)).code, 204);
    await refused(client.getQueueAttributes(name), 'QueueNotExist', 404);

    assert.equal((await client.createQueue(name, { DelaySeconds: 1 })).code, 201);
    await refused(client.peekMessage(name), 'MessageNotExist', 404);
  });

  it('deleting a queue that is not there is fine', async () => {
    assert.equal((await client.deleteQueue('never-created')).code, 204);
  });

  it('a client without an endpoint option gets the locations of the host it calls', async () => {
    routeCloudHostsTo(broker.endpoint);
    const inTheCloud = newClient(broker, { endpoint: undefined, region: 'cn-beijing' });
    const reply = await inTheCloud.createQueue('elsewhere');
    assert.equal(reply.headers.location, `${cloudEndpoint(ACCOUNT, 'cn-beijing')}/queues/elsewhere`);
    assert.equal((await client.getQueueAttributes('elsewhere')).body.QueueName, 'elsewhere');
  });
});
