import '../../src/index.ts';
import '../../src/matrix/client/index.ts';
import './sign-in/sign-in.ts';
