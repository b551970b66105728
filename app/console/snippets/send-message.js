// npm install @alicloud/mns
const MNS = require('@alicloud/mns');

const client = new MNS('1000000000000000', {
  endpoint: 'http://127.0.0.1:9324',
  accessKeyId: 'local-id',
  accessKeySecret: 'local-secret',
});

async function main() {
  const { body: sent } = await client.sendMessage('QUEUE_NAME', {
    MessageBody: "ESCAPED",
    DelaySeconds: 8640001,
    Priority: 8640002,
  });
  console.log(sent.MessageId);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
