/** From where somebody acted, as far as it is kept: enough to recognise oneself, too little to be found by. */
export type Origin = {
  /** The network of the address, such as `192.0.2.0/24`. */
  readonly network: string
  /** Browser and system in words, such as `Firefox, Windows`. */
  readonly device: string
}
