// go get github.com/aliyun/aliyun-mns-go-sdk@v2.0.1
package main

import (
	"fmt"
	"log"

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
	queue := mns.NewMNSQueue("QUEUE_NAME", client)

	sent, err := queue.SendMessage(mns.MessageSendRequest{
		MessageBody:  "TRAVELLING",
		DelaySeconds: 8640001,
		Priority:     8640002,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sent.MessageId)
}
