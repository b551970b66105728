// The SDK's source: github.com/lukazh/aliyun-mns-dotnet-sdk
using System;
using AliyunMnsSdk;
using AliyunMnsSdk.Model;

var client = new MnsClient("local-id", "local-secret", "http://127.0.0.1:9324");
var queue = client.GetNativeQueue("QUEUE_NAME");

var request = new SendMessageRequest("TRAVELLING") { DelaySeconds = 8640001, Priority = 8640002 };
var response = await queue.SendMessageAsync(request);
Console.WriteLine(response.MessageId);
