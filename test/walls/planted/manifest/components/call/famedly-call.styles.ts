export const styles = ':host { color: var(--famedly-call-ink, red); /* var(--famedly-call-old) */ }';
