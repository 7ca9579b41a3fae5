import '../theme/base.styles.ts';
