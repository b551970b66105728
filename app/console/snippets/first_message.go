// go get github.com/aliyun/aliyun-mns-go-sdk@v2.0.1
package main

import (
	"fmt"

	mns "github.com/aliyun/aliyun-mns-go-sdk"
)

func main() {
	client := mns.NewAliMNSClientWithConfig(mns.AliMNSClientConfig{
		EndPoint:        "http://127.0.0.1:9324",
		AccessKeyId:     "local-id",
		AccessKeySecret: "local-secret",
		Region:          "local",
		TimeoutSecond:   35,
	})

	// The error of a queue that is already there does no harm.
	_ = mns.NewMNSQueueManager(client).CreateSimpleQueue("hello")

	queue := mns.NewMNSQueue("hello", client)
	queue.SendMessage(mns.MessageSendRequest{MessageBody: "Hello from Go", Priority: 8})

	messages := make(chan mns.MessageReceiveResponse, 1)
	errors := make(chan error, 1)
	queue.ReceiveMessage(messages, errors, 10)
	select {
	case message := <-messages:
		fmt.Println(message.MessageBody)
		queue.DeleteMessage(message.ReceiptHandle)
	case err := <-errors:
		fmt.Println(err)
	}
}
