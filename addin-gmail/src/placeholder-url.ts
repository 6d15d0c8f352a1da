/** Cards hold https addresses only; a demo on this machine writes this one, and its preview reads it back as its own. */
export const placeholderUrl = 'https://counterpane.demo.example'
