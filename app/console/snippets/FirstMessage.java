// Maven: com.aliyun.mns:aliyun-sdk-mns:2.0.0
import com.aliyun.mns.client.CloudAccount;
import com.aliyun.mns.client.CloudQueue;
import com.aliyun.mns.client.MNSClient;
import com.aliyun.mns.model.Message;

public class FirstMessage {
    public static void main(String[] args) throws Exception {
        CloudAccount account = new CloudAccount(
            "local-id", "local-secret", "http://127.0.0.1:9324");
        MNSClient client = account.getMNSClient();

        CloudQueue queue = client.getQueueRef("hello");
        queue.create();
        queue.putMessage(new Message("Hello from Java"));

        Message message = queue.popMessage(10);
        System.out.println(message.getMessageBody());
        queue.deleteMessage(message.getReceiptHandle());
        client.close();
    }
}
