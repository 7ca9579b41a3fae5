import 'famedly-calls/define';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { anna, ben, roomId } from '../two-people.ts';

function App() {
  const [status, setStatus] = useState('Nobody is talking.');
  return (
    <>
      <p>{status}</p>
      <famedly-call
        client={anna}
        roomId={roomId}
        onfamedly-call-start={({ detail }) => setStatus(`In a ${detail.type} call with ${detail.userId}.`)}
        onfamedly-call-end={({ detail }) => setStatus(`Over: ${detail.reason}.`)}
      />
      <famedly-call client={ben} roomId={roomId} />
    </>
  );
}

createRoot(document.getElementById('app')!).render(<App />);
