import { Notification } from 'electron';

export interface NotificationWords {
  readonly title: string;
  readonly body: string;
}

/** Shows a notification of the system, where it has them. Returns the function that takes it away. */
export function showNotification({ title, body }: NotificationWords, onClick: () => void): () => void {
  if (!Notification.isSupported()) return () => undefined;
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  notification.show();
  return () => notification.close();
}
