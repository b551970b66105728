// The SDK's source: github.com/lukazh/aliyun-mns-dotnet-sdk
using System;
using AliyunMnsSdk;
using AliyunMnsSdk.Model;

var client = new MnsClient("local-id", "local-secret", "http://127.0.0.1:9324");
await client.CreateQueueAsync(new CreateQueueRequest { QueueName = "hello" });

var queue = client.GetNativeQueue("hello");
await queue.SendMessageAsync(new SendMessageRequest("Hello from .NET"));

var response = await queue.ReceiveMessageAsync(new ReceiveMessageRequest(10));
Console.WriteLine(response.Message.Body);
await queue.DeleteMessageAsync(new DeleteMessageRequest(response.Message.ReceiptHandle));
