export declare const inside: string;
