// npm install @alicloud/mns
const MNS = require('@alicloud/mns');

const client = new MNS(process.env.MNS_ACCOUNT_ID || '1000000000000000', {
  endpoint: process.env.MNS_ENDPOINT || 'http://127.0.0.1:9324',
  accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID || 'local-id',
  accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET || 'local-secret',
});

async function main() {
  await client.createQueue('hello');
  await client.sendMessage('hello', { MessageBody: 'Hello from Node' });

  const { body: message } = await client.receiveMessage('hello', 10);
  console.log(message.MessageBody);
  await client.deleteMessage('hello', message.ReceiptHandle);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
