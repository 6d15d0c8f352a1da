/** A zip of one file, whose directory may say of its size what it likes. */
export declare function zipOf(name: string, data: Buffer, { declared, count }?: {
    count?: number | undefined;
    declared?: number | undefined;
}): Buffer;
