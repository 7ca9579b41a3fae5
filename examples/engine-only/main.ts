import { VoIP } from 'famedly-calls';
import { anna, ben, roomId } from '../two-people.ts';

const status = document.querySelector('p')!;
const video = document.querySelector('video')!;
const button = (id: string) => document.querySelector<HTMLButtonElement>(`#${id}`)!;

const annasCalls = new VoIP(anna);
button('call').onclick = () => {
  const call = annasCalls.inviteToCall(roomId, 'video', { userId: ben.userId });
  call.on('statechange', (state) => (status.textContent = `The call is ${state}.`));
  call.on('streamadded', (stream) => (video.srcObject = stream));
  call.on('ended', ({ endReason }) => (status.textContent = `Over: ${endReason}.`));
  button('end').onclick = () => call.hangup();
  button('end').disabled = false;
};
button('call').disabled = false;

const bensCalls = new VoIP(ben);
bensCalls.on('incomingcall', (call) => {
  button('answer').hidden = false;
  button('answer').onclick = () => call.answer();
  call.on('statechange', (state) => (button('answer').hidden = state !== 'ringing'));
});
