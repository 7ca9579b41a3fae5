import '../../register.ts';
import type {} from '../../../src/index.ts';
import '../../locales/en.ts';
import '../../theme/base.styles.ts';
