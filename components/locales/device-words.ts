/** Names of devices, in English. */
export const deviceWords = {
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Speaker',
  systemDefault: 'System default',
  noMicrophone: 'No microphone found',
  noCamera: 'No camera found',
};

export type DeviceWords = typeof deviceWords;
