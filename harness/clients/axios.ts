import axios from 'axios';
import { fromAxios } from '../client.ts';

export default fromAxios(axios, { version: axios.VERSION });
